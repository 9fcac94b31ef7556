//! How long each stage of the pipeline takes, on a made-up corpus of 1,000 aspirations: `cargo bench --bench stages`, or
//! `cargo bench --bench stages -- render` for those with that in their name; `-- --quiet` prints nothing but the table. Three
//! figures a stage: the middle one is the estimate, the others its bounds. Whole builds, beside other generators, are
//! `benches/run`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a measurement that cannot go on has failed"
)]

mod corpus;

use criterion::{BatchSize, Criterion};
use jhur::checks::{self, AsOf};
use jhur::plan::{self, Page, PageNumber};
use jhur::publish::Publication;
use jhur::records::{Day, Lang};
use jhur::register::Register;
use jhur::theme::Theme;
use jhur::view;
use jhur::{outputs, source};
use std::hint::black_box;
use std::time::Duration;

/// As in the program.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How many aspirations the corpus has.
const ASPIRATIONS: usize = 1000;

/// How many files are published, and how large one of them is.
const FILES: usize = 500;
const BYTES: usize = 20_000;

fn main() {
    let mut bench = Criterion::default()
        .sample_size(10)
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    corpus::write(root, ASPIRATIONS);
    stages(&mut bench, root);
    publish(&mut bench, root);
    bench.final_summary();
}

/// From reading to pages and feeds, each on what the one before made.
fn stages(bench: &mut Criterion, root: &std::path::Path) {
    let as_of = AsOf::Chosen(Day::parse("2024-01-01").unwrap());
    let lang = Lang::Id;
    bench.bench_function("load", |b| {
        b.iter_with_large_drop(|| source::load(root).unwrap());
    });
    let source::LoadedContent {
        records,
        mut files,
        diagnostics,
        ..
    } = source::load(root).unwrap();
    bench.bench_function("checks", |b| {
        let load = || {
            source::load(root)
                .map(|loaded| (loaded.records, loaded.diagnostics))
                .unwrap()
        };
        b.iter_batched(
            load,
            |(records, diagnostics)| checks::check_records(records, diagnostics, as_of).unwrap(),
            BatchSize::PerIteration,
        );
    });
    let checked = checks::check_records(records, diagnostics, as_of).unwrap();
    bench.bench_function("register", |b| {
        b.iter_with_large_drop(|| Register::as_of(&checked, false));
    });
    let register = Register::as_of(&checked, false);
    bench.bench_function("plan", |b| {
        b.iter_with_large_drop(|| plan::build_plan(&register).unwrap());
    });
    let plan = plan::build_plan(&register).unwrap();

    let theme = Theme::new(jhur::records::DEFAULT_THEME, Vec::new(), &plan, &mut files).unwrap();
    // In turn, so that no page is still warm; what several pages show is made once and kept, as in a build.
    let pages_where = |fits: fn(&Page) -> bool| {
        plan.pages()
            .map(|(_, page)| page)
            .filter(fits)
            .collect::<Vec<_>>()
    };
    for (name, pages) in [
        (
            "entry page",
            pages_where(|page| matches!(page, Page::Entry(_))),
        ),
        (
            "list page",
            pages_where(|page| matches!(page, Page::Office(_, PageNumber::FIRST))),
        ),
    ] {
        let mut turn = pages.iter().cycle();
        bench.bench_function(&format!("view, {name}"), |b| {
            b.iter_with_large_drop(|| view::page(&plan, *turn.next().unwrap(), lang));
        });
        let views = pages
            .iter()
            .map(|page| view::page(&plan, *page, lang))
            .collect::<Vec<_>>();
        let mut turn = views.iter().cycle();
        bench.bench_function(&format!("render, {name}"), |b| {
            b.iter_with_large_drop(|| {
                theme
                    .render_page(turn.next().unwrap(), lang, &files)
                    .unwrap()
            });
        });
    }
    // The corpus' site.yaml leaves out what is costly.
    bench.bench_function("feeds, twins, calendars", |b| {
        let write = |_: &str, bytes: &[u8]| {
            black_box(bytes);
            Ok(())
        };
        let context = outputs::OutputContext {
            only: None,
            reuse: &|_, _| false,
            photo: &|_| Ok(Vec::new()),
            write: &write,
        };
        b.iter(|| outputs::write_all(&plan, &theme, context).unwrap());
    });
}

/// Writing a site where there was none, and again where nothing changed.
fn publish(bench: &mut Criterion, root: &std::path::Path) {
    let out = root.join("public");
    let bytes = vec![b'x'; BYTES];
    let publish = || {
        let publication = Publication::open(&out, root, None).unwrap();
        (0..FILES).for_each(|n| {
            publication
                .write(&format!("{}/{n}/index.html", n / 20), &bytes)
                .unwrap();
        });
        publication
            .finish(Day::parse("2024-01-01").unwrap(), None)
            .unwrap()
    };
    let clear = || {
        if out.exists() {
            std::fs::remove_dir_all(&out).unwrap();
        }
    };
    bench.bench_function("publish", |b| {
        b.iter_batched(clear, |()| publish(), BatchSize::PerIteration);
    });
    publish();
    bench.bench_function("publish, none changed", |b| b.iter(publish));
}
