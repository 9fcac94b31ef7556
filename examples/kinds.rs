use jhur::*;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;
fn main() {
    let root = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    let t = Instant::now();
    let l = source::load(&root).ok().unwrap();
    println!("load {:?}", t.elapsed());
    let t = Instant::now();
    let day = records::Day::parse("2024-01-01").unwrap();
    let c = checks::run(l.records, l.faults, checks::When::Chosen(day)).ok().unwrap();
    println!("checks {:?}", t.elapsed());
    let t = Instant::now();
    let r = register::Register::at(&c, false);
    println!("register {:?}", t.elapsed());
    let t = Instant::now();
    let p = site::plan(&r).ok().unwrap();
    println!("plan {:?}", t.elapsed());
    let mut files = l.files;
    let th = theme::Theme::new("pendopo", vec![], &p, &mut files).ok().unwrap();
    let mut m: BTreeMap<&str, (usize, Duration, Duration, usize)> = BTreeMap::new();
    for (_, pg) in p.pages() {
        let lang = p.languages().next().unwrap();
        let a = Instant::now();
        let v = p.view(pg, lang);
        let b = Instant::now();
        let h = th.render(&v, lang, &files).ok().unwrap();
        let d = Instant::now();
        let e = m.entry(pg.template()).or_default();
        e.0 += 1;
        e.1 += b - a;
        e.2 += d - b;
        e.3 += h.len();
    }
    for (k, (n, v, r, l)) in m {
        println!(
            "{k:14} {n:6} view {:>9.1?} ({:>7.1?}) render {:>9.1?} ({:>7.1?}) {} kB",
            v,
            v / n as u32,
            r,
            r / n as u32,
            l / 1000 / n
        );
    }
}
