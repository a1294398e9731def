//! Languages that do not arrive, that are of another build, that are chosen offline, and those in a single file.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, card_selector};
use static_server::Reply;
use tempfile::TempDir;
use world::bus::Bus;
use world::quay::Quay;

use crate::Outcome;
use crate::offline::{expect_worker, network};
use crate::server::{edit_body, serve, serve_edited};
use crate::single_file::opened;

/// The languages of the page but English, each with the title of the wallet.
const OTHERS: [(&str, &str); 4] = [("nb", "Lommebok"), ("pl", "Portfel"), ("de", "Brieftasche"), ("uk", "Гаманець")];

fn browser(languages: &'static str) -> Result<Chromium, String> {
    Chromium::from_pool(Driver::shared()?, &BrowserOptions { languages, ..BrowserOptions::default() })
}

/// Expects the page in this language, from its first part to its last one.
fn expect_language<W: SiteWithPage>(page: &Page<W>, code: &str, wallet: &str) -> Outcome {
    let look = "return [document.documentElement.lang, document.querySelector('.wallet h2')?.textContent ?? '',
        document.querySelector('[data-panel=journal] summary')?.textContent ?? '']";
    until(|| {
        let [lang, title, journal]: [String; 3] = page.chromium().evaluate(look, Vec::new())?;
        let is_english = journal == "History";
        if lang == code && title == wallet && !journal.is_empty() && is_english == (code == "en") {
            Ok(())
        } else {
            Err(format!("{code} with {wallet:?} is expected: {lang} with {title:?} and {journal:?}"))
        }
    })
}

/// Expects that the page is in English, says that its Norwegian is missing, and works.
fn expect_english_with_a_message(page: &Page<Quay>) -> Outcome {
    expect_language(page, "en", "Wallet")?;
    let look = "return document.querySelector('[data-bar=missing-texts]')?.innerText ?? ''";
    until(|| match page.chromium().evaluate::<String>(look, Vec::new())? {
        bar if bar.contains("Norsk") => Ok(()),
        bar => Err(format!("the page says of its language {bar:?}")),
    })?;
    page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    match page.snapshot()?.seen.screen.as_str() {
        "ServiceSelect" => Ok(()),
        screen => Err(format!("the display shows {screen}")),
    }
}

/// Opens the quay in a Norwegian browser, from a server with changed replies.
fn in_norwegian(edit: impl Fn(&str, &mut Reply) + Send + Sync + 'static) -> Result<Page<Quay>, String> {
    let server = serve_edited(edit)?;
    Page::open(browser("nb")?, &format!("{}{MANUAL_CLOCK}", server.address()))
}

#[test]
fn without_its_first_part_the_page_is_in_english_and_says_so() -> Outcome {
    expect_english_with_a_message(&in_norwegian(|file, reply| {
        if file.starts_with("nb-start") {
            reply.body = None;
        }
    })?)
}

#[test]
fn without_the_part_of_its_panels_the_page_is_in_english_until_it_is_fetched_again() -> Outcome {
    let is_away = Arc::new(AtomicBool::new(true));
    let away = Arc::clone(&is_away);
    let page = in_norwegian(move |file, reply| {
        if file.starts_with("nb-panels") && away.load(Ordering::Relaxed) {
            reply.body = None;
        }
    })?;
    expect_english_with_a_message(&page)?;
    is_away.store(false, Ordering::Relaxed);
    page.click("[data-do=fetch-texts]")?;
    expect_language(&page, "nb", "Lommebok")?;
    match page.chromium().find("[data-bar=missing-texts]")? {
        None => Ok(()),
        Some(_) => Err("the page still says that its language is missing".to_owned()),
    }
}

#[test]
fn a_part_of_another_build_is_refused() -> Outcome {
    // A part begins with the hash of its build.
    expect_english_with_a_message(&in_norwegian(|file, reply| {
        if file.starts_with("nb-panels") {
            edit_body(reply, |body| body[..16].copy_from_slice(b"0123456789abcdef"));
        }
    })?)
}

#[test]
fn a_page_in_place_of_a_part_is_refused() -> Outcome {
    expect_english_with_a_message(&in_norwegian(|file, reply| {
        if file.starts_with("nb-start") {
            edit_body(reply, |body| *body = b"<!doctype html><title>Not found</title>".to_vec());
        }
    })?)
}

#[test]
fn the_page_stays_in_its_language_until_another_one_has_arrived() -> Outcome {
    let page = in_norwegian(|file, reply| {
        if file.starts_with("pl-panels") {
            // Longer than what the server may send before it stalls.
            edit_body(reply, |body| body.resize(1_000_000, b' '));
            reply.stalls_after = Some(100);
        }
    })?;
    expect_language(&page, "nb", "Lommebok")?;
    page.choose("select[data-language]", "pl")?;
    expect_language(&page, "nb", "Lommebok")?;
    page.choose("select[data-language]", "de")?;
    expect_language(&page, "de", "Brieftasche")
}

#[test]
fn every_language_can_be_chosen_offline() -> Outcome {
    let server = serve()?;
    let page = Page::<Quay>::open(browser("en")?, &format!("{}{MANUAL_CLOCK}", server.address()))?;
    expect_worker(page.chromium())?;
    network(page.chromium(), false)?;
    let nothing = TempDir::new().map_err(|error| error.to_string())?;
    server.set_folder(nothing.path());
    for (code, wallet) in OTHERS {
        page.choose("select[data-language]", code)?;
        expect_language(&page, code, wallet)?;
    }
    Ok(())
}

#[test]
fn every_language_is_in_the_single_files() -> Outcome {
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    expect_every_language(&opened::<Quay>(&folder)?)?;
    expect_every_language(&opened::<Bus>(&folder)?)
}

fn expect_every_language<W: SiteWithPage>(page: &Page<W>) -> Outcome {
    for (code, wallet) in OTHERS.into_iter().chain([("en", "Wallet")]) {
        page.choose("select[data-language]", code)?;
        expect_language(page, code, wallet)?;
    }
    Ok(())
}
