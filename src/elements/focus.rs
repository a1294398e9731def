//! Where the focus goes when the control that has it leaves the page: never to the body, from where a keyboard and a
//! screen reader begin anew.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, Node};

use crate::elements::first_paint::after_frame;

const CONTROLS: &str = "button, summary, input, select, textarea, a[href]";
/// What can have the focus itself where no control is left in it.
const GROUPS: &str = "[role=group], section, dialog, main";

/// The control in `element` that has the focus, before the children of `element` change.
#[inline(never)]
pub fn focused_in(element: &Element) -> Option<Element> {
    document().active_element().filter(|active| active != element && element.contains(Some(active)))
}

/// Gives the focus of `former`, if it has left the page, to the control that was made in its stead, or to the first in
/// `near`, or in `element`, or to the nearest group around them.
#[inline(never)]
pub fn keep_focus(former: Option<Element>, element: &Element, near: Option<Element>) {
    let Some(former) = former.filter(|former| !former.is_connected()) else { return };
    let alone = |control: &Element| control.clone_node().ok();
    let likeness = alone(&former);
    let is_same = |control: &Element| alone(control).is_some_and(|it| it.is_equal_node(likeness.as_ref()));
    if controls(element).any(|control| is_same(&control) && focus(&control)) {
        return;
    }
    if near.is_some_and(|near| controls(&near).any(|control| focus(&control))) {
        return;
    }
    let mut around = Some(element.clone());
    while let Some(group) = around {
        if group == *element && controls(&group).any(|control| focus(&control)) {
            return;
        }
        if group.matches(GROUPS).unwrap_or(false) && focus_group(&group) {
            return;
        }
        around = group.parent_element();
    }
}

/// Gives the focus to an element; whether it took it: what is not shown does not.
pub fn focus(element: &Element) -> bool {
    let Some(shown) = element.dyn_ref::<HtmlElement>() else { return false };
    shown.focus().is_ok() && document().active_element().as_ref() == Some(element)
}

/// Gives the focus to what matches `css`, or to the contents of the page, once the next frame shows the page without
/// the control that had it.
pub fn focus_after_frame(css: &'static str) {
    after_frame(move || {
        let found = |css| document().query_selector(css).ok().flatten();
        let is_taken = found(css).is_some_and(|element| focus(&element) || focus_group(&element));
        if !is_taken && let Some(contents) = found("main") {
            focus_group(&contents);
        }
    });
}

/// The same for a group: Tab goes on to the next control.
fn focus_group(group: &Element) -> bool {
    group.set_attribute("tabindex", "-1").is_ok() && focus(group)
}

fn controls(element: &Element) -> impl Iterator<Item = Element> {
    let found = element.query_selector_all(CONTROLS).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |index| found.as_ref()?.item(index).map(Node::unchecked_into))
}
