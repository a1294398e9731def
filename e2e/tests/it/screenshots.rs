//! Screenshots of every view at four sizes, in light and dark colours and in three languages, compared with the
//! approved ones in `e2e/screenshots`. `KERBQUAY_SCREENSHOTS=write` approves the new ones;
//! `e2e/screenshots/README.md` says what to check before.
//!
//! `cargo xtask test --only screenshots` serves the page and passes its address in `KERBQUAY_BASE_URL`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use acceptance::chromium::{BrowserOptions, Chromium, Driver};
use acceptance::page::{Page, SiteWithPage, base_url};
use acceptance::site::SiteKind;
use acceptance::with_world;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde::Deserialize;
use serde_json::json;
use static_server::Server;

use crate::Outcome;
use crate::server::{add_header, serve_folder};

/// Widths, heights and additional queries: a phone, a tablet, a desktop and a projector.
const SIZES: [(u32, u32, &str); 4] = [(360, 640, ""), (768, 1024, ""), (1440, 900, ""), (1280, 720, "&view=projector")];
const ALL_BUT_PROJECTOR: &[(u32, u32, &str)] = SIZES.split_at(3).0;
/// Where the wallet is a bottom sheet.
const PHONE: &[(u32, u32, &str)] = SIZES.split_at(1).0;
/// Where there is a keyboard and a page header.
const KEYBOARD: &[(u32, u32, &str)] = ALL_BUT_PROJECTOR.split_at(1).1;

/// A view of a page.
struct View {
    name: &'static str,
    /// The fragment of its address.
    fragment: &'static str,
    /// The control that opens it.
    click: Option<&'static str>,
    sizes: &'static [(u32, u32, &'static str)],
}

const QUAY: &[View] = &[
    View { name: "quay", fragment: "#/pedestal", click: None, sizes: &SIZES },
    View { name: "quay-wallet", fragment: "#/pedestal", click: Some(".sheet > summary"), sizes: PHONE },
    View { name: "help", fragment: "#/pedestal", click: Some("[data-do=\"help\"]"), sizes: KEYBOARD },
];
const BUS: &[View] = &[
    View { name: "validator", fragment: "#/validator", click: None, sizes: &SIZES },
    View { name: "validator-touch", fragment: "#/validator-touch", click: None, sizes: &SIZES },
    View {
        name: "side-by-side",
        fragment: "#/validator",
        click: Some("[data-side-by-side]"),
        sizes: ALL_BUT_PROJECTOR,
    },
    View { name: "bus-wallet", fragment: "#/validator", click: Some(".sheet > summary"), sizes: PHONE },
];

/// The languages of the page that the displays have, too.
const LANGUAGES: [&str; 3] = ["en", "nb", "pl"];
const SCHEMES: [&str; 2] = ["light", "dark"];
/// A pixel differs if a channel differs by more than this, of 255.
const CHANNEL_MAX: u32 = 24;
/// The quality of the screenshots' compression, of 100.
const QUALITY: u32 = 80;
/// Two screenshots differ if more pixels of a million differ.
const DIFFERING_MAX: u32 = 500;

#[test]
#[ignore = "the step `screenshots` runs it, on the machine of the approved screenshots"]
fn screenshots_match_the_approved_ones() -> Outcome {
    let base = base_url()?;
    let driver = Driver::shared()?;
    let start = || Chromium::start(Arc::clone(&driver), &BrowserOptions::default());
    let mut taken = Vec::new();
    for kind in SiteKind::ALL {
        let views = match kind {
            SiteKind::Quay => QUAY,
            SiteKind::Bus => BUS,
        };
        with_world!(kind, W => {
            let page = Page::<W>::open(start()?, &format!("{base}{}", kind.site().path))?;
            for view in views {
                taken.extend(take_all(&page, &base, view)?);
            }
        });
    }
    if env::var("KERBQUAY_SCREENSHOTS").is_ok_and(|value| value == "write") {
        return approve(&taken);
    }
    let servers = [serve_images(&new())?, serve_images(&approved())?];
    let browser = start()?;
    browser.open(&format!("{}blank.json", servers[0].address()))?;
    let mut differing = Vec::new();
    for name in &taken {
        let [new, approved] = servers.each_ref().map(|server| format!("{}{name}", server.address()));
        if let Err(why) = compare(&browser, &new, &approved, &difference(name)) {
            differing.push(format!("{name}: {why}"));
        }
    }
    if differing.is_empty() {
        return Ok(());
    }
    Err(format!(
        "{} of {} screenshots differ: {differing:#?}\nThe new ones are in {}, and for each that differs an image \
         {} with the approved one, the new one and the difference.",
        differing.len(),
        taken.len(),
        new().display(),
        difference("NAME").display(),
    ))
}

fn approve(names: &[String]) -> Outcome {
    for name in names {
        let (from, to) = (new().join(name), approved().join(name));
        let copied = fs::create_dir_all(approved()).and_then(|()| fs::copy(from, &to));
        copied.map_err(|error| format!("{}: {error}", to.display()))?;
    }
    println!("{} screenshots are written to {}; check each of them", names.len(), approved().display());
    Ok(())
}

/// Takes the screenshots of one view and returns their names.
fn take_all<W: SiteWithPage>(page: &Page<W>, base: &str, view: &View) -> Result<Vec<String>, String> {
    let chromium = page.chromium();
    let mut taken = Vec::new();
    for &(width, height, mode) in view.sizes {
        let phone = width < 600;
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone });
        chromium.devtools("Emulation.setDeviceMetricsOverride", size)?;
        chromium.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": phone, "maxTouchPoints": 1 }))?;
        // A phone's scrollbar fades out over the page: its opacity would be random.
        chromium.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": phone }))?;
        for language in LANGUAGES {
            for scheme in SCHEMES {
                let features = json!([
                    { "name": "prefers-color-scheme", "value": scheme },
                    { "name": "prefers-reduced-motion", "value": "reduce" },
                ]);
                chromium.devtools("Emulation.setEmulatedMedia", json!({ "features": features }))?;
                // The page stores its session when it is left.
                chromium.open("about:blank")?;
                let stored = json!({ "origin": base.trim_end_matches('/'), "storageTypes": "local_storage" });
                chromium.devtools("Storage.clearDataForOrigin", stored)?;
                page.go(&format!("{base}{}?clock=hand&lang={language}{mode}{}", W::SITE.path, view.fragment))?;
                if let Some(control) = view.click {
                    page.click(control)?;
                }
                let settle = "const done = arguments[0]; scrollTo(0, 0); document.activeElement?.blur();
                    document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
                chromium.evaluate_async::<bool>(settle, Vec::new())?;
                let name = format!("{}-{width}x{height}-{language}-{scheme}.webp", view.name);
                take(chromium, &new().join(&name))?;
                taken.push(name);
            }
        }
    }
    Ok(taken)
}

/// Writes a screenshot of the viewport. All screenshots are compressed alike, so the loss does not matter.
fn take(chromium: &Chromium, file: &Path) -> Outcome {
    let taken = chromium.devtools("Page.captureScreenshot", json!({ "format": "webp", "quality": QUALITY }))?;
    write_base64(taken["data"].as_str().ok_or("the browser takes no screenshot")?, file)
}

fn write_base64(data: &str, file: &Path) -> Outcome {
    let cannot = |error: std::io::Error| format!("{}: {error}", file.display());
    let bytes = BASE64_STANDARD.decode(data).map_err(|error| format!("the image is not in base64: {error}"))?;
    file.parent().map_or(Ok(()), fs::create_dir_all).map_err(cannot)?;
    fs::write(file, bytes).map_err(cannot)
}

/// The comparison of two images.
#[derive(Debug, Deserialize)]
struct Comparison {
    /// The number of pixels that differ.
    differing: u32,
    /// The number of pixels; 0 if an image is missing.
    pixels: u32,
    /// A PNG image in base64: the approved image, the new one, and the new one in grey with differing pixels in red.
    difference: String,
}

const COMPARE: &str = "const [newUrl, approvedUrl, channelMax, done] = arguments;
    const load = async (url) => createImageBitmap(await (await fetch(url)).blob());
    const compare = async () => {
        const [approved, shot] = await Promise.all([load(approvedUrl), load(newUrl)]);
        const [width, height] = ['width', 'height'].map((side) => Math.max(approved[side], shot[side]));
        const canvas = new OffscreenCanvas(3 * width, height);
        const context = canvas.getContext('2d', { willReadFrequently: true });
        context.drawImage(approved, 0, 0);
        context.drawImage(shot, width, 0);
        const [a, b] = [0, width].map((left) => context.getImageData(left, 0, width, height).data);
        const difference = new ImageData(width, height);
        let differing = 0;
        for (let at = 0; at < a.length; at += 4) {
            const differs = [0, 1, 2, 3].some((channel) => Math.abs(a[at + channel] - b[at + channel]) > channelMax);
            const grey = 192 + (b[at] + b[at + 1] + b[at + 2]) / 12;
            difference.data.set(differs ? [255, 0, 0, 255] : [grey, grey, grey, 255], at);
            if (differs) differing += 1;
        }
        context.putImageData(difference, 2 * width, 0);
        const blob = await canvas.convertToBlob({ type: 'image/png' });
        const reader = new FileReader();
        reader.onload = () => done({ differing, pixels: width * height, difference: reader.result.split(',')[1] });
        reader.readAsDataURL(blob);
    };
    compare().catch(() => done({ differing: 0, pixels: 0, difference: '' }));";

/// Compares two images in the browser. If they differ, writes an image of the difference to `file`.
fn compare(browser: &Chromium, new: &str, approved: &str, file: &Path) -> Outcome {
    let arguments = vec![json!(new), json!(approved), json!(CHANNEL_MAX)];
    match browser.evaluate_async::<Comparison>(COMPARE, arguments)? {
        Comparison { pixels: 0, .. } => {
            Err("there is no approved screenshot; KERBQUAY_SCREENSHOTS=write approves the new one".to_owned())
        }
        Comparison { differing, pixels, difference }
            if u64::from(differing) * 1_000_000 > u64::from(DIFFERING_MAX) * u64::from(pixels) =>
        {
            write_base64(&difference, file)?;
            Err(format!("{differing} of {pixels} pixels differ"))
        }
        Comparison { .. } => Ok(()),
    }
}

/// Serves images that a page of another origin may read.
fn serve_images(folder: &Path) -> Result<Server, String> {
    serve_folder(folder, |_, reply| add_header(reply, "Access-Control-Allow-Origin", "*"))
}

/// The folder of the new screenshots.
fn new() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/reports/screenshots")
}

/// The file for the difference of a screenshot.
fn difference(name: &str) -> PathBuf {
    new().join("differences").join(Path::new(name).with_extension("png"))
}

/// The folder of the approved screenshots.
fn approved() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots")
}

#[test]
fn the_difference_of_two_screenshots_is_an_image() -> Outcome {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let browser = Chromium::from_pool(Driver::shared()?, &BrowserOptions { window: (600, 400), ..Default::default() })?;
    let size = json!({ "width": 100, "height": 50, "deviceScaleFactor": 1, "mobile": false });
    browser.devtools("Emulation.setDeviceMetricsOverride", size)?;
    for (name, width) in [("one.webp", 0), ("other.webp", 20)] {
        browser.open(&format!(
            "data:text/html,<body style='margin:0'><div style='background:black;height:50px;width:{width}px'></div>"
        ))?;
        take(&browser, &folder.path().join(name))?;
    }
    let server = serve_images(folder.path())?;
    browser.open(&format!("{}blank.json", server.address()))?;
    let [one, other] = ["one.webp", "other.webp"].map(|name| format!("{}{name}", server.address()));
    let file = folder.path().join("difference.png");
    compare(&browser, &one, &one, &file)?;
    if file.exists() {
        return Err("equal screenshots have a difference".to_owned());
    }
    match compare(&browser, &other, &one, &file) {
        Err(why) if why == "1000 of 5000 pixels differ" => {}
        result => return Err(format!("a fifth of the pixels differs: {result:?}")),
    }
    // The width of a PNG image is at byte 16: three images of 100 pixels.
    let bytes = fs::read(&file).map_err(|error| error.to_string())?;
    match bytes.get(16..20) {
        Some([0, 0, 1, 44]) => Ok(()),
        width => Err(format!("the width of the difference is {width:?}")),
    }
}
