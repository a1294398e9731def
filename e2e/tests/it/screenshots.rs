//! Pictures of every view at four sizes, on light and on dark, in three languages, held against those that somebody
//! has looked at: `e2e/screenshots`. `KERBQUAY_SCREENSHOTS=write` puts the new ones in their place; what they have to
//! be like is written in `e2e/screenshots/README.md`.
//!
//! `cargo xtask test --only screenshots` serves the page and says where in `KERBQUAY_BASE_URL`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use acceptance::chromium::{BrowserOptions, Chromium, Driver};
use acceptance::page::{Page, SiteWithPage, base_url};
use acceptance::served::Served;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::json;
use world::bus::Bus;
use world::quay::Quay;

use crate::Outcome;

/// Width and height of the windows, and what stands in their addresses: a phone, a tablet, a desk, a projector.
const SIZES: [(u32, u32, &str); 4] = [(360, 640, ""), (768, 1024, ""), (1440, 900, ""), (1280, 720, "&view=projector")];
/// Where two devices stand side by side or the wallet is a sheet.
const ALL_BUT_PROJECTOR: &[(u32, u32, &str)] = SIZES.split_at(3).0;
const PHONE: &[(u32, u32, &str)] = SIZES.split_at(1).0;
/// Where somebody has a keyboard and a page.
const KEYBOARD: &[(u32, u32, &str)] = ALL_BUT_PROJECTOR.split_at(1).1;

/// A view of the page.
struct View {
    name: &'static str,
    /// What stands behind the `#` of its address, and the `#`.
    address: &'static str,
    /// What leads to it.
    click: Option<&'static str>,
    sizes: &'static [(u32, u32, &'static str)],
}

const AT_THE_QUAY: &[View] = &[
    View { name: "quay", address: "#/pedestal", click: None, sizes: &SIZES },
    View { name: "quay-wallet", address: "#/pedestal", click: Some(".sheet > summary"), sizes: PHONE },
    View { name: "help", address: "#/pedestal", click: Some("[data-do=\"help\"]"), sizes: KEYBOARD },
];
const ON_THE_BUS: &[View] = &[
    View { name: "validator", address: "#/validator", click: None, sizes: &SIZES },
    View { name: "validator-touch", address: "#/validator-touch", click: None, sizes: &SIZES },
    View { name: "side-by-side", address: "#/validator", click: Some("[data-side-by-side]"), sizes: ALL_BUT_PROJECTOR },
    View { name: "bus-wallet", address: "#/validator", click: Some(".sheet > summary"), sizes: PHONE },
];

/// Those that the displays speak, too.
const LANGUAGES: [&str; 3] = ["en", "nb", "pl"];
const SCHEMES: [&str; 2] = ["light", "dark"];
/// A channel of a pixel may differ by so much, of 255, before the pixel counts as another.
const CHANNEL_MAX: u32 = 24;
/// How well pictures are packed, of 100.
const QUALITY: u32 = 80;
/// So many pixels of a million may be others.
const OTHERS_MAX: u32 = 500;

#[test]
#[ignore = "it needs the pictures that it compares with"]
fn every_view_looks_as_it_was_looked_at() -> Outcome {
    let base = base_url()?;
    let driver = Driver::shared()?;
    let start = || Chromium::start(Arc::clone(&driver), &BrowserOptions::default());
    let mut taken = Vec::new();
    let quay = Page::<Quay>::open(start()?, &base)?;
    for view in AT_THE_QUAY {
        taken.extend(all_of(&quay, &base, view)?);
    }
    let bus = Page::<Bus>::open(start()?, &format!("{base}bus/"))?;
    for view in ON_THE_BUS {
        taken.extend(all_of(&bus, &base, view)?);
    }
    if env::var("KERBQUAY_SCREENSHOTS").is_ok_and(|wish| wish == "write") {
        for name in &taken {
            let (from, to) = (new().join(name), kept().join(name));
            let copied = fs::create_dir_all(kept()).and_then(|()| fs::copy(from, &to));
            copied.map_err(|error| format!("{}: {error}", to.display()))?;
        }
        println!("{} pictures are written to {}: look at each of them", taken.len(), kept().display());
        return Ok(());
    }
    let [seen, wanted] = [new(), kept()].map(|folder| Served::begin(folder, |_, _| {}));
    let (seen, wanted) = (seen?, wanted?);
    let judge = start()?;
    judge.open(&format!("{}blank.json", seen.address))?;
    let mut others = Vec::new();
    for name in &taken {
        if let Err(why) = same(&judge, &seen, &wanted, name) {
            others.push(format!("{name}: {why}"));
        }
    }
    if others.is_empty() {
        return Ok(());
    }
    Err(format!(
        "{} of {} pictures are others; they are in {}: {others:#?}",
        others.len(),
        taken.len(),
        new().display()
    ))
}

/// Takes the pictures of one view, and says what they are called.
fn all_of<W: SiteWithPage>(page: &Page<W>, base: &str, view: &View) -> Result<Vec<String>, String> {
    let chromium = page.chromium();
    let mut taken = Vec::new();
    for &(width, height, mode) in view.sizes {
        let phone = width < 600;
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone });
        chromium.devtools("Emulation.setDeviceMetricsOverride", size)?;
        chromium.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": phone, "maxTouchPoints": 1 }))?;
        // A phone's scrollbar lies over the page and fades: how far it has when the picture is taken, nobody can say.
        chromium.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": phone }))?;
        for language in LANGUAGES {
            for scheme in SCHEMES {
                let features = json!([
                    { "name": "prefers-color-scheme", "value": scheme },
                    { "name": "prefers-reduced-motion", "value": "reduce" },
                ]);
                chromium.devtools("Emulation.setEmulatedMedia", json!({ "features": features }))?;
                // Nothing is left from the picture before, which keeps its world as it goes.
                chromium.open("about:blank")?;
                let kept = json!({ "origin": base.trim_end_matches('/'), "storageTypes": "local_storage" });
                chromium.devtools("Storage.clearDataForOrigin", kept)?;
                page.go(&format!("{base}{}?clock=hand&lang={language}{mode}{}", W::SITE.path, view.address))?;
                if let Some(control) = view.click {
                    page.click(control)?;
                }
                let still = "const done = arguments[0]; scrollTo(0, 0); document.activeElement?.blur();
                    document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
                chromium.evaluate_async::<bool>(still, Vec::new())?;
                let name = format!("{}-{width}x{height}-{language}-{scheme}.webp", view.name);
                take(chromium, &new().join(&name))?;
                taken.push(name);
            }
        }
    }
    Ok(taken)
}

/// Keeps a picture of what the window shows. What is lost in packing it is lost in each picture alike.
fn take(chromium: &Chromium, file: &Path) -> Outcome {
    let cannot = |error: std::io::Error| format!("{}: {error}", file.display());
    let taken = chromium.devtools("Page.captureScreenshot", json!({ "format": "webp", "quality": QUALITY }))?;
    let data = taken["data"].as_str().ok_or("the browser takes no picture")?;
    let bytes = BASE64_STANDARD.decode(data).map_err(|error| format!("the picture cannot be read: {error}"))?;
    file.parent().map_or(Ok(()), fs::create_dir_all).map_err(cannot)?;
    fs::write(file, bytes).map_err(cannot)
}

/// Holds two pictures of one name against each other, in the browser.
fn same(judge: &Chromium, seen: &Served, wanted: &Served, name: &str) -> Outcome {
    let script = "const [mine, theirs, most, done] = arguments;
        const dots = async (address) => {
            const image = await createImageBitmap(await (await fetch(address)).blob());
            const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
            context.drawImage(image, 0, 0);
            return context.getImageData(0, 0, image.width, image.height);
        };
        Promise.all([dots(mine), dots(theirs)]).then(([a, b]) => {
            if (a.width !== b.width || a.height !== b.height) return done([1, 1]);
            let others = 0;
            for (let at = 0; at < a.data.length; at += 4)
                if ([0, 1, 2].some((channel) => Math.abs(a.data[at + channel] - b.data[at + channel]) > most)) others += 1;
            done([others, a.width * a.height]);
        }, () => done([0, 0]));";
    let addresses = [seen, wanted].map(|served| format!("{}{name}", served.address));
    let arguments = vec![json!(addresses[0]), json!(addresses[1]), json!(CHANNEL_MAX)];
    match judge.evaluate_async::<(u32, u32)>(script, arguments)? {
        (_, 0) => Err("there is no picture to compare with; KERBQUAY_SCREENSHOTS=write takes it".to_owned()),
        (others, all) if u64::from(others) * 1_000_000 > u64::from(OTHERS_MAX) * u64::from(all) => {
            Err(format!("{others} of {all} pixels are others"))
        }
        _ => Ok(()),
    }
}

/// Where the new pictures are.
fn new() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/reports/screenshots")
}

/// Where those are that somebody has looked at.
fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots")
}
