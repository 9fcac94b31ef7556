//! Photographs and preview cards: small, stripped, upright, made once.

use crate::common::site::{Site, build_options};
use crate::common::{Tree, text};
use image::{DynamicImage, GenericImageView, ImageFormat, Rgb, RgbImage};
use jhur::checks::AsOf;
use jhur::records::sha256_hex;
use jhur::{BuildOptions, BuildStats};
use std::io::Cursor;

/// 2026-11-24, 12:00 in Jember.
const TODAY: i64 = 1_795_496_400;
/// A photograph that a phone made.
const PHOTO: &str = "content/media/Balai Desa.JPG";

/// Red above, blue below, with a pattern that keeps JPEG from becoming tiny.
fn picture(width: u32, height: u32) -> DynamicImage {
    let pixel = |x: u32, y: u32| {
        let shade = u8::try_from((x * 7 + y * 13) % 40).unwrap();
        if y < height / 2 {
            Rgb([255 - shade, shade, shade])
        } else {
            Rgb([shade, shade, 255 - shade])
        }
    };
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, pixel))
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture
        .write_to(&mut Cursor::new(&mut bytes), format)
        .unwrap();
    bytes
}

/// EXIF as a phone writes it: which way is up and, if wanted, where it was.
fn exif(orientation: u16, gps: bool) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [
            &tag.to_le_bytes()[..],
            &kind.to_le_bytes(),
            &count.to_le_bytes(),
            &value,
        ]
        .concat()
    };
    let [low, high] = orientation.to_le_bytes();
    tiff.extend(if gps { 2u16 } else { 1 }.to_le_bytes());
    tiff.extend(entry(0x0112, 3, 1, [low, high, 0, 0]));
    if gps {
        tiff.extend(entry(0x8825, 4, 1, 38u32.to_le_bytes()));
    }
    tiff.extend(0u32.to_le_bytes());
    if gps {
        tiff.extend(1u16.to_le_bytes());
        tiff.extend(entry(0x0001, 2, 2, *b"S\0\0\0"));
        tiff.extend(0u32.to_le_bytes());
    }
    tiff
}

/// A JPEG with EXIF in it.
fn phone(width: u32, height: u32, orientation: u16, gps: bool) -> Vec<u8> {
    let mut jpeg = encoded(&picture(width, height), ImageFormat::Jpeg);
    let body = [b"Exif\0\0", &exif(orientation, gps)[..]].concat();
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    jpeg.splice(2..2, [&[0xFF, 0xE1], &length[..], &body].concat());
    jpeg
}

const PHOTOS: &str = "number: 2
district: sukamaju
date: 2026-10-12
venue: Balai Desa
photos:
  - {file: Balai Desa.JPG, alt: Warga di balai desa, caption: Sesudah *rapat*, credit: Dwi}
  - {file: rapat/kecil.png, alt: \"Papan \\\"pengumuman\\\" & peta\"}
";

/// The made-up site of the examples with one more stop.
fn site_with(stop: &str) -> Site {
    let site = Site::examples();
    site.write("content/stops/002-contoh.yaml", stop);
    site
}

/// With two photographs: one that lies on its side and says where it was taken, one with transparency.
fn site_with_photos() -> Site {
    let site = site_with(PHOTOS);
    let clear = DynamicImage::ImageRgba8(image::RgbaImage::new(200, 100));
    site.write(PHOTO, phone(1500, 1000, 6, true));
    site.write(
        "content/media/rapat/kecil.png",
        encoded(&clear, ImageFormat::Png),
    );
    site
}

/// Builds a site so many days after today; gives its figures and the codes of its warnings.
fn build(site: &Site, days: i64) -> (BuildStats, Vec<&'static str>) {
    let public = site.path("public");
    let options = BuildOptions {
        as_of: AsOf::Now(TODAY + days * 86_400),
        ..build_options(site.root(), &public, "2026-11-24")
    };
    let outcome = jhur::build(&options, &|_, _| ());
    let codes = outcome.diagnostics.iter().map(|d| d.code.id()).collect();
    let stats = outcome.stats.unwrap_or_else(|| panic!("{codes:?}"));
    (stats, codes)
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

/// The markers of a JPEG's segments, up to the picture itself.
fn segments(jpeg: &[u8]) -> Vec<u8> {
    let (mut at, mut found) = (2, Vec::new());
    while found.last() != Some(&0xDA) {
        found.push(jpeg[at + 1]);
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    found
}

#[test]
fn photographs_are_small_upright_and_stripped() {
    let site = site_with_photos();
    let (_, codes) = build(&site, 0);
    assert!(codes.contains(&"J703"), "{codes:?}");
    let files = site.published();
    let photos: Vec<&str> = files
        .keys()
        .filter(|p| p.starts_with("foto/"))
        .map(String::as_str)
        .collect();
    let expected = [
        "balai-desa-1000",
        "balai-desa-320",
        "balai-desa-640",
        "balai-desa-960",
        "rapat-kecil-png-200",
    ];
    assert_eq!(photos, expected.map(|name| format!("foto/{name}.jpg")));
    for (path, bytes) in &files {
        assert!(
            !contains(bytes, b"Exif"),
            "{path} holds what a camera wrote"
        );
        assert!(
            !contains(bytes, &exif(6, true)),
            "{path} holds what a camera wrote"
        );
        assert!(
            !path.to_lowercase().ends_with("balai desa.jpg") && !path.ends_with("kecil.png"),
            "{path}"
        );
    }
    for photo in &photos {
        let allowed = |marker: u8| matches!(marker, 0xC0 | 0xC4 | 0xDA | 0xDB | 0xE0 | 0xFE);
        assert!(
            segments(&files[*photo]).into_iter().all(allowed),
            "{photo}: {:02X?}",
            segments(&files[*photo])
        );
    }
    let shown = image::load_from_memory(&files["foto/balai-desa-640.jpg"]).unwrap();
    assert_eq!(shown.dimensions(), (640, 960));
    // What was above lies at the right once the picture is turned upright.
    assert!(shown.get_pixel(600, 480)[0] > 180 && shown.get_pixel(40, 480)[2] > 180);
    let white = image::load_from_memory(&files["foto/rapat-kecil-png-200.jpg"]).unwrap();
    assert!(white.get_pixel(100, 50).0[..3].iter().all(|c| *c > 250));
}

#[test]
fn pages_show_photographs() {
    let site = site_with_photos();
    build(&site, 0);
    let page = site.read("public/2/index.html");
    let image = "<img loading=\"lazy\" decoding=\"async\" width=\"1000\" height=\"1500\" src=\"../foto/balai-desa-640.jpg\" \
                 srcset=\"../foto/balai-desa-320.jpg 320w, ../foto/balai-desa-640.jpg 640w, ../foto/balai-desa-960.jpg 960w, \
                 ../foto/balai-desa-1000.jpg 1000w\"";
    assert!(page.contains(image), "{page}");
    assert!(
        page.contains("alt=\"Warga di balai desa\"><figcaption>Sesudah <em>rapat</em>"),
        "{page}"
    );
    assert!(
        page.contains("alt=\"Papan &quot;pengumuman&quot; &amp; peta\""),
        "{page}"
    );
}

#[test]
fn nothing_is_made_twice() {
    let site = site_with_photos();
    build(&site, 0);
    let first = site.published();
    let (again, _) = build(&site, 0);
    assert_eq!((again.written, again.removed), (0, 0));
    // The next day every page has another day in it, and no picture was made anew.
    let (next, _) = build(&site, 1);
    assert!(next.written > 0);
    let second = site.published();
    let pictures = |mut files: Tree| {
        files.retain(|path, _| path.ends_with("png") || path.ends_with("jpg"));
        files
    };
    let (old, new) = (pictures(first), pictures(second));
    assert!(old.keys().eq(new.keys()), "{:?}", new.keys());
    assert!(old == new);
    // Another picture under the same name is made anew.
    site.write(PHOTO, phone(1600, 1000, 1, false));
    build(&site, 1);
    let third = image::load_from_memory(&site.published()["foto/balai-desa-640.jpg"]).unwrap();
    assert_eq!(third.dimensions(), (640, 400));
}

#[test]
fn a_swapped_picture_is_made_again() {
    let program = std::env::current_exe().unwrap();
    for program in [None, Some(program.as_path())] {
        let site = site_with_photos();
        let public = site.path("public");
        let options = BuildOptions {
            as_of: AsOf::Now(TODAY),
            executable: program,
            ..build_options(site.root(), &public, "2026-11-24")
        };
        let build = || jhur::build(&options, &|_, _| ()).stats.unwrap();
        build();
        let before = site.published();
        if program.is_some() {
            let cache = site.bytes(".public.jhur-made");
            for path in ["2/kartu.png", "foto/balai-desa-320.jpg"] {
                assert!(contains(&cache, path.as_bytes()), "{path} is not cached");
            }
        }
        // Other bytes, and a manifest that says that they are right.
        let mut manifest = text(&before, "manifest.json").to_owned();
        for path in ["kartu.png", "foto/balai-desa-320.jpg"] {
            let swapped = [&before[path][..], b"mark"].concat();
            manifest = manifest.replace(&sha256_hex(&before[path]), &sha256_hex(&swapped));
            site.write(&format!("public/{path}"), swapped);
        }
        site.write("public/manifest.json", manifest);
        assert_eq!(build().written, 2);
        assert!(site.published() == before, "with a cache: {program:?}");
    }
}

#[test]
fn the_same_bytes_on_any_number_of_threads() {
    let build = |threads: usize| {
        let site = site_with_photos();
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| build(&site, 0));
        site.published()
    };
    assert!(build(1) == build(4));
}

#[test]
fn cards_are_what_messengers_want() {
    let long = "W".repeat(150);
    let words =
        "Perbaikan jalan, jembatan & <saluran> air di Dusun Krajan supaya anak sekolah tidak lewat lumpur ".repeat(2);
    let stop = format!(
        "number: 2\ndistrict: sukamaju\ndate: 2026-10-12\nvenue: Balai Desa\naspirations:\n  \
         - {{id: panjang, title: \"{words}\", text: Isi}}\n  - {{id: lebar, title: {long}, text: Isi}}\n"
    );
    let site = site_with(&stop);
    build(&site, 0);
    let files = site.published();
    let cards: Vec<&String> = files.keys().filter(|p| p.ends_with("kartu.png")).collect();
    for path in [
        "kartu.png",
        "2/kartu.png",
        "2/panjang/kartu.png",
        "2/lebar/kartu.png",
        "kecamatan/sukamaju/kartu.png",
    ] {
        assert!(
            cards.iter().any(|p| *p == path),
            "{path} is not in {cards:?}"
        );
    }
    for path in cards {
        let bytes = &files[path];
        let card = image::load_from_memory(bytes).unwrap();
        assert_eq!(card.dimensions(), (1200, 630), "{path}");
        assert!(bytes.len() < 100_000, "{path} has {} bytes", bytes.len());
        // Nothing runs over the edges: the margins are ground.
        let ground = card.get_pixel(1199, 0);
        assert!(
            (0..630).all(|y| (1130..1200).all(|x| card.get_pixel(x, y) == ground)),
            "{path} runs over"
        );
        assert!(
            (40..66).all(|x| (0..630).all(|y| card.get_pixel(x, y) == ground)),
            "{path} runs over"
        );
        assert!(
            (24..1200).all(|x| (600..630).all(|y| card.get_pixel(x, y) == ground)),
            "{path} runs over"
        );
    }
    let page = text(&files, "2/panjang/index.html");
    let image = page
        .split("property=\"og:image\" content=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    assert!(
        image.starts_with("https://") && image.ends_with("/2/panjang/kartu.png"),
        "{image}"
    );
    for tag in [
        "og:title",
        "og:description",
        "og:type",
        "og:url",
        "og:site_name",
        "og:locale",
        "og:image:alt",
    ] {
        assert!(
            page.contains(&format!("property=\"{tag}\" content=\"")),
            "{tag}"
        );
    }
}

#[test]
fn no_cards_where_none_are_wanted() {
    let site = site_with(PHOTOS.split("photos:").next().unwrap());
    let site = site.outputs("cards: false");
    build(&site, 0);
    let files = site.published();
    assert!(!files.keys().any(|p| p.ends_with(".png")));
    let page = text(&files, "2/index.html");
    assert!(
        !page.contains("og:image") && !page.contains("twitter:card") && page.contains("og:title")
    );
}

/// Programs for photographs write the place's name where cameras write none: in XMP and in IPTC data.
#[test]
fn places_in_xmp_and_iptc_are_named_and_not_published() {
    let xmp =
        b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:Description \
        photoshop:City='Dusun Rekaan'/></x:xmpmeta>";
    let iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x11\x1c\x02\x5c\0\x0cDusun Rekaan\0";
    for (marker, body, store) in [(0xE1, &xmp[..], "(XMP)"), (0xED, &iptc[..], "(IPTC)")] {
        let site = site_with_photos();
        let mut jpeg = encoded(&picture(400, 300), ImageFormat::Jpeg);
        let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
        jpeg.splice(2..2, [&[0xFF, marker], &length[..], body].concat());
        site.write(PHOTO, jpeg);
        let output = site.run_on("2026-11-24", &["check"]).expect(0, &["J703"]);
        let said = output.out + &output.err;
        assert!(said.contains(store), "{said}");
        build(&site, 0);
        for (path, bytes) in site.published() {
            assert!(!contains(&bytes, b"Dusun Rekaan"), "{path}");
        }
    }
}
