//! What people need who hear the page, use it by the keyboard, choose its colours, or have their browser translate it.
//!
//! `cargo xtask test` serves the page and passes its address in `KERBQUAY_BASE_URL`.

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, address, base_url};
use acceptance::site::SiteKind;
use acceptance::with_world;
use serde_json::json;

use crate::Outcome;

/// The controls and parts that have neither border nor outline.
const BORDERLESS: &str = "const css = 'button, summary, input, select, textarea, '
        + '.card-face, [data-target], .display, [data-display], .lamp';
    const shown = Array.from(document.querySelectorAll(css)).filter((one) => one.checkVisibility());
    const isEdged = (one) => {
        const style = getComputedStyle(one);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1
            || style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) >= 1;
    };
    return [shown.length, shown.filter((one) => !isEdged(one)).map((one) => one.outerHTML.slice(0, 100))];";

#[test]
fn every_control_has_an_edge_in_forced_colours() -> Outcome {
    fn in_forced_colours<W: SiteWithPage>() -> Outcome {
        let page = opened::<W>()?;
        page.open_panels()?;
        for name in W::SITE.devices.iter().map(|device| device.name) {
            if W::SITE.name == "bus" {
                let face = if name == "validator" { "keys" } else { "touch" };
                page.click(&format!("[data-face-choice=\"{face}\"]"))?;
            }
            let media = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
            page.chromium().devtools("Emulation.setEmulatedMedia", media)?;
            until(|| {
                let (shown, without): (usize, Vec<String>) = page.chromium().evaluate(BORDERLESS, Vec::new())?;
                if shown > 60 && without.is_empty() {
                    return Ok(());
                }
                Err(format!("{name}: of {shown} controls these have no edge: {without:#?}"))
            })?;
        }
        Ok(())
    }
    SiteKind::ALL.into_iter().try_for_each(|kind| with_world!(kind, W => in_forced_colours::<W>()))
}

fn opened<W: SiteWithPage>() -> Result<Page<W>, String> {
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    Page::open(chromium, &address(&format!("{}{}", base_url()?, W::SITE.path), MANUAL_CLOCK))
}
