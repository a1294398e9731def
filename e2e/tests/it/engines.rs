//! The page in Firefox and in `WebKitGTK`, the engine of Safari: every key of every device, cards, saving, reloading
//! and the layout on a phone. After each act everything that the page shows has to be what the core says, and no script
//! of the page may fail.
//!
//! `cargo xtask test --only engines` builds the page and runs them; [`acceptance::engine`] describes how to run them by
//! hand. Screenshots of the phone are written into
//! `target/e2e/tmp`.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::time::Instant;

use acceptance::chromium::until;
use acceptance::engine::visit::Visit;
use acceptance::engine::{Engine, Pointer, Tab};
use acceptance::page::quay::key_selector;
use acceptance::page::{SiteWithPage, card_selector};
use firmware_core::pedestal::{Key, Socket};
use firmware_core::time::Millis;
use firmware_core::validator::{self, Field};
use world::bus::Bus;
use world::quay::Quay;

use crate::Outcome;

/// The tests of one engine. Each starts a browser of its own.
macro_rules! engine {
    ($module:ident, $engine:expr) => {
        mod $module {
            use super::*;

            #[test]
            #[ignore = "the step `engines` runs it, which installs the browser"]
            fn the_quay_can_be_used() -> Outcome {
                timed($engine, "quay", quay)
            }

            #[test]
            #[ignore = "the step `engines` runs it, which installs the browser"]
            fn the_bus_can_be_used() -> Outcome {
                timed($engine, "bus", bus)
            }

            #[test]
            #[ignore = "the step `engines` runs it, which installs the browser"]
            fn a_phone_can_be_used() -> Outcome {
                timed($engine, "phone", phone)
            }

            #[test]
            #[ignore = "the step `engines` runs it, which installs the browser"]
            fn a_panic_leaves_no_process_behind() -> Outcome {
                timed($engine, "panic", panic)
            }
        }
    };
}

engine!(firefox, Engine::Firefox);
engine!(webkit, Engine::WebKit);

/// Runs a test and prints how long it takes, whether it passes or fails.
fn timed(engine: Engine, name: &str, test: fn(Engine) -> Outcome) -> Outcome {
    let begun = Instant::now();
    let outcome = test(engine);
    println!("{engine}, {name}: {:.1} s", begun.elapsed().as_secs_f64());
    outcome
}

fn quay(engine: Engine) -> Outcome {
    let mut visit = Visit::<Quay>::on_desktop(engine)?;
    for key in Key::ALL {
        visit.click(&key_selector(key))?;
        visit.follow(&[&format!("I press {}", spoken(key))])?;
    }
    let (one, two, three) = (Key::Socket(Socket::One), Key::Socket(Socket::Two), Key::Socket(Socket::Three));
    visit.press_space(&key_selector(three))?;
    visit.follow(&["I press socket 3"])?;
    visit.tap(&key_selector(one))?;
    visit.follow(&["I press socket 1"])?;

    // Load 10 kr onto socket 2.
    visit.click(&with_card("My card", "present"))?;
    visit.follow(&["I put card \"My card\" in the holder", "the screen is ServiceSelect"])?;
    visit.click(&key_selector(two))?;
    visit.follow(&["I press socket 2", "the screen is OutletStatus"])?;
    visit.click(&key_selector(two))?;
    visit.follow(&["I press socket 2"])?;
    visit.click(&key_selector(Key::Enter))?;
    visit.follow(&["I press Enter"])?;
    visit.pass(Millis(6_000))?;
    visit.follow(&["6 s pass", "the screen is RemoveCard", "card \"My card\" holds 90 kr", "socket 2 holds 10 kr"])?;
    visit.click("[data-do=\"take\"]")?;
    visit.follow(&["I take the card out", "the screen is Welcome"])?;

    visit.drag(&format!("{} .card-face", card_selector("Guest card")), "[data-holder]")?;
    visit.follow(&["I put card \"Guest card\" in the holder", "the screen is ServiceSelect"])?;
    visit.click("[data-do=\"take\"]")?;
    visit.follow(&["I take the card out", "the screen is Welcome"])?;
    visit.save()?;
    visit.reload()?;
    visit.expect_no_errors()
}

fn bus(engine: Engine) -> Outcome {
    let mut visit = Visit::<Bus>::on_desktop(engine)?;
    for key in validator::Key::ALL {
        visit.click(&format!("[data-key=\"{key:?}\"]"))?;
        visit.follow(&[&format!("I press {key:?}")])?;
    }
    visit.press_space("[data-key=\"N\"]")?;
    visit.follow(&["I press N"])?;
    visit.click(&with_card("Anna", "present"))?;
    visit.follow(&["I hold card \"Anna\" against the validator"])?;
    visit.pass(Millis(1_000))?;
    visit.follow(&["1 s pass", "the screen is Taken", "card \"Anna\" holds 47 zł"])?;
    visit.click(".validator[data-here=\"true\"] [data-do=\"take\"]")?;
    visit.follow(&["I take the card away"])?;

    visit.click("[data-face-choice=\"touch\"]")?;
    visit.follow(&["I stand at the new validator"])?;
    for (index, field) in Field::ALL.into_iter().enumerate() {
        let field = match field {
            Field::Normal => "Normal",
            Field::Reduced => "Reduced",
            Field::Check => "Check",
            Field::TopUp => "Top-up",
        };
        // The pointer touches the display, which lies over the field.
        let pointer = if index % 2 == 0 { Pointer::Finger } else { Pointer::Mouse };
        visit.press_through(pointer, &format!("[data-field=\"{field}\"]"))?;
        visit.follow(&[&format!("I touch {field}")])?;
    }
    visit.save()?;
    visit.reload()?;
    visit.expect_no_errors()
}

fn phone(engine: Engine) -> Outcome {
    let mut quay = Visit::<Quay>::on_phone(engine)?;
    phone_layout(&quay, engine)?;
    quay.tap(&with_card("My card", "present"))?;
    quay.follow(&["I put card \"My card\" in the holder", "the screen is ServiceSelect"])?;
    quay.tap(&key_selector(Key::Socket(Socket::One)))?;
    quay.follow(&["I press socket 1", "the screen is OutletStatus"])?;
    quay.expect_no_errors()?;
    drop(quay);

    let bus = Visit::<Bus>::on_phone(engine)?;
    phone_layout(&bus, engine)?;
    bus.expect_no_errors()
}

/// Whether a pixel of each visible display, those for a finger apart, is a whole number of pixels of the screen.
const DISPLAYS_ARE_WHOLE: &str = "Array.from(document.querySelectorAll('main canvas'))
    .filter((canvas) => canvas.offsetWidth > 0 && canvas.width === 128).every((canvas) => {
        const dot = canvas.getBoundingClientRect().width * devicePixelRatio / canvas.width;
        return Math.abs(dot - Math.round(dot)) < 0.02;
    })";
const DIALOGS: &str = "document.querySelectorAll('dialog[open]').length";

/// Takes screenshots of the masthead and of the wallet, checks that the text behind arrows and lists is hidden and that
/// displays have whole pixels, and goes back from the list of all views.
fn phone_layout<W: SiteWithPage>(visit: &Visit<W>, engine: Engine) -> Outcome {
    let site = W::SITE.name;
    visit.wait_for("[innerWidth, innerHeight]", "390,844")?;
    visit.wait_for("(scrollTo({ top: 0, behavior: 'instant' }), scrollY)", "0")?;
    screenshot(visit, &format!("{engine}-{site}-phone.png"))?;
    visit.wait_for(DISPLAYS_ARE_WHOLE, "true")?;
    visit.tap("[data-do=\"views\"]")?;
    visit.wait_for(DIALOGS, "1")?;
    screenshot(visit, &format!("{engine}-{site}-phone-views.png"))?;
    visit.wait_for("history.back()", "undefined")?;
    visit.wait_for(DIALOGS, "0")?;
    visit.tap(".sheet > summary")?;
    visit.wait_for("document.querySelector('.sheet').dataset.sheet", "up")?;
    visit.wait_for("document.querySelector('.sheet').getAnimations().length", "0")?;
    screenshot(visit, &format!("{engine}-{site}-phone-wallet.png"))?;
    for label in [".card-pocket > .primary", ".masthead .inline"] {
        visit.expect_hidden_text(label)?;
    }
    Ok(())
}

fn screenshot<W: SiteWithPage>(visit: &Visit<W>, name: &str) -> Outcome {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name.to_lowercase());
    visit.tab().screenshot(&file)?;
    println!("{}: {}", visit.tab().engine(), file.display());
    Ok(())
}

fn panic(engine: Engine) -> Outcome {
    let tab = Tab::start(engine)?;
    let home = tab.home().to_owned();
    let running = processes_at(&home)?;
    let panicked = catch_unwind(AssertUnwindSafe(move || {
        let _tab = tab;
        // Unlike `panic!`, this prints no message into the output of the tests.
        resume_unwind(Box::new(()));
    }));
    if panicked.is_ok() || running.len() < 2 {
        return Err(format!("these are not the processes of a browser: {running:?}"));
    }
    until(|| {
        let left = processes_at(&home)?;
        if left.is_empty() { Ok(()) } else { Err(format!("these processes are still running: {left:?}")) }
    })
}

/// The names of the processes whose environment has `home` as `HOME`, from Linux's `/proc`.
fn processes_at(home: &Path) -> Result<Vec<String>, String> {
    let variable = format!("HOME={}", home.display());
    let all = fs::read_dir("/proc").map_err(|error| format!("the processes are unknown: {error}"))?;
    // A process that has exited, or that belongs to another user, cannot be read.
    let here = all.filter_map(Result::ok).filter(|process| {
        let environment = fs::read(process.path().join("environ")).unwrap_or_default();
        environment.split(|byte| *byte == 0).any(|entry| entry == variable.as_bytes())
    });
    let names = here.map(|process| fs::read_to_string(process.path().join("comm")).unwrap_or_default());
    Ok(names.map(|name| name.trim().to_owned()).collect())
}

/// The name of a key in steps.
fn spoken(key: Key) -> String {
    match key {
        Key::Back => "Back".to_owned(),
        Key::Enter => "Enter".to_owned(),
        Key::Socket(socket) => format!("socket {}", socket.number()),
    }
}

fn with_card(name: &str, what: &str) -> String {
    format!("{} [data-do=\"{what}\"]", card_selector(name))
}
