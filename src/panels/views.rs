//! The control in the head of the page that names the present view and leads to every other one: the devices of all
//! sites, the projector view, the panels, and the language of the display.

use firmware_core::setting::Unit;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlDetailsElement, HtmlDialogElement, HtmlElement};
use world::act::SiteAct as _;

use crate::elements::styles::adopt_styles;
use crate::elements::{Element, button, el, element, labelled};
use crate::feedback::use_feedback;
use crate::session::shell::use_shell;
use crate::session::site_page::{SiteLink, SitePage};
use crate::texts::language::use_language;
use crate::texts::{Words, message, names};

/// How it looks.
const STYLE: &str = include_str!("../../style/views.css");
/// The end of the name of the setting that says which language the display speaks.
const LANGUAGE_SETTING: &str = ".device_lang";

/// The control, and the dialog that it opens.
pub fn views<P: SitePage>() -> Element {
    adopt_styles(STYLE);
    let shell = use_shell::<P>();
    let language = use_language();
    let feedback = use_feedback();
    let dialog = el("dialog", "views").attr("aria-labelledby", "views");
    let shown: HtmlDialogElement = dialog.node().clone().unchecked_into();
    let close = {
        let shown = shown.clone();
        move || shown.close()
    };
    // What is on the page is listed anew whenever it is opened.
    let opened = RwSignal::new(0u32);
    let open = {
        let shown = shown.clone();
        move |_: Event| {
            opened.update(|count| *count = count.wrapping_add(1));
            if !shown.open() {
                // It can be shown: it stands on the page and is closed.
                let _ = shown.show_modal();
            }
        }
    };
    let here = move || {
        let address = shell.at(P::address);
        P::LINK.devices.iter().position(|device| *device == address).unwrap_or_default()
    };
    let name = move || P::LINK.views[here()].in_language(language.get()).to_owned();
    let control = el("button", "view-name")
        .attr("type", "button")
        .attr("data-do", "views")
        .attr("aria-haspopup", "dialog")
        .child(element("span").text_fn(name))
        .on("click", open);

    let devices = [P::LINK].into_iter().chain(P::LINKS).flat_map(|site| device_links::<P>(site, here, close.clone()));
    let devices = element("ul").children(devices.collect::<Vec<_>>());
    let fill = close.clone();
    let projector =
        button(message::PREFERENCE_PROJECTOR).attr("data-view-choice", "projector").on("click", move |_| {
            fill();
            feedback.fills_window.set(true);
        });
    let others = element("ul").children_fn(move || {
        opened.track();
        language.track();
        let controls = [("both", ".controls > [data-side-by-side]"), ("help", "[data-do=\"help\"]")];
        let controls = controls.into_iter().filter_map(|(name, css)| pressed_for(name, css, close.clone()));
        controls.chain(panel_links(&close)).collect()
    });
    let closes = {
        let shown = shown.clone();
        button(message::DISMISS).attr("data-do", "close-views").on("click", move |_| shown.close())
    };
    let dialog = dialog
        .child(element("h2").attr("id", "views").words(message::VIEWS))
        .child(devices)
        .child(others)
        .child(element("ul").child(element("li").child(projector)))
        .children(display_language::<P>())
        .child(el("div", "buttons").child(closes))
        // A click beside it closes it.
        .on("click", move |event| {
            if event.target().as_ref() == Some(shown.as_ref()) {
                shown.close();
            }
        });
    el("div", "views-control").child(control).child(dialog)
}

/// A link to each device of a site.
fn device_links<P: SitePage>(
    site: &'static SiteLink,
    here: impl Fn() -> usize + Copy + 'static,
    close: impl Fn() + Clone + 'static,
) -> Vec<Element> {
    let is_own = std::ptr::eq(site, P::LINK);
    let page = if is_own { Some(String::new()) } else { site.url(P::TOP) };
    let Some(page) = page else { return Vec::new() };
    let link = |(index, (device, view)): (usize, (&&str, &Words))| {
        let close = close.clone();
        let link = element("a").attr("href", &format!("{page}{device}")).attr("data-view-choice", &device[2..]);
        let link = link
            .words(*view)
            .attr_fn("aria-current", move || if is_own && here() == index { "page" } else { "false" }.to_owned());
        element("li").child(link.on("click", move |_| close()))
    };
    site.devices.iter().zip(site.views).enumerate().map(link).collect()
}

/// A control that presses another one of the page, where there is that.
fn pressed_for(name: &str, css: &str, close: impl Fn() + 'static) -> Option<Element> {
    let control: HtmlElement = document().query_selector(css).ok().flatten()?.dyn_into().ok()?;
    let words = control.text_content().unwrap_or_default();
    let press = element("button").attr("type", "button").attr("data-view-choice", name).text(&words);
    let press = press.attr_bool("aria-pressed", {
        let is_pressed = control.get_attribute("aria-pressed").as_deref() == Some("true");
        move || is_pressed
    });
    Some(element("li").child(press.on("click", move |_| {
        close();
        control.click();
    })))
}

/// A control for each panel of the page, which opens it and scrolls to it.
fn panel_links(close: &(impl Fn() + Clone + 'static)) -> Vec<Element> {
    let panels = document().query_selector_all("details[data-panel]").ok();
    let panels = panels.into_iter().flat_map(|all| (0..all.length()).filter_map(move |index| all.item(index)));
    let panels = panels.filter_map(|panel| panel.dyn_into::<HtmlDetailsElement>().ok());
    let link = |panel: HtmlDetailsElement| {
        let title = panel.query_selector("summary h2").ok().flatten()?.text_content()?;
        let close = close.clone();
        let name = panel.get_attribute("data-panel").unwrap_or_default();
        let link = element("button").attr("type", "button").attr("data-view-choice", &name).text(&title);
        Some(element("li").child(link.on("click", move |_| {
            close();
            show_panel(&panel);
        })))
    };
    panels.filter_map(link).collect()
}

/// Opens a panel, scrolls to it and gives its title the focus. The wallet of a phone is a sheet, which its title draws
/// up.
fn show_panel(panel: &HtmlDetailsElement) {
    let Some(title) = panel.query_selector("summary").ok().flatten() else { return };
    let title: HtmlElement = title.unchecked_into();
    if !panel.open()
        || panel.get_attribute("data-sheet").as_deref() == Some("down") && panel.matches(".sheet") == Ok(true)
    {
        title.click();
    }
    panel.scroll_into_view();
    // A title that cannot be focused can still be seen.
    let _ = title.focus();
}

/// The choice of the display's language: the setting of the devices (DP-03).
fn display_language<P: SitePage>() -> Option<Element> {
    let shell = use_shell::<P>();
    let language = use_language();
    let (index, setting) =
        (0u8..).zip(P::all_settings()).find(|(_, setting)| setting.name.ends_with(LANGUAGE_SETTING))?;
    let Unit::Choice(words) = setting.unit else { return None };
    let options = words.iter().map(|word| {
        let shown = move || names::choice(language.get(), word).to_owned();
        element("option").attr("value", word).text_fn(shown)
    });
    let at = usize::from(index);
    let holds = move || shell.at_after_paint(|session| setting.word(session.world().setting(at)).to_string());
    let choice = element("select").attr("data-display-language", "").children(options).value_fn(holds).on(
        "change",
        move |event| {
            if let Some(value) = setting.parse(&event_target_value(&event)) {
                shell.act(P::Act::configure(index, value));
            }
        },
    );
    Some(labelled(message::SETTING_DEVICE_LANGUAGE, choice).attr("class", "inline"))
}
