//! Elements of the page: created directly, and updated by Leptos' effects.
//!
//! Leptos' own views give every element a type of its own and compile it anew, and build a tree beside the browser's.
//! For a page of panels full of labels that was a third of what goes over the wire. Here an element is the browser's
//! element, and whatever follows the session is one kind of effect; `inline(never)` keeps each part compiled once.

pub mod bottom_sheet;
pub mod confirm;
pub mod first_paint;
pub mod focus;
pub mod form;
pub mod pointer;
pub mod press;
pub mod styles;

use std::cell::RefCell;
use std::collections::BTreeMap;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

use crate::elements::first_paint::{defer, is_deferring};
use crate::elements::focus::{focused_in, keep_focus};
use crate::texts::Words;
use crate::texts::language::use_language;

/// An element that is being written.
#[derive(Clone)]
#[must_use = "an element that goes nowhere is not seen"]
pub struct Element(web_sys::Element);

type Text = Box<dyn Fn() -> String>;
type Children = Box<dyn Fn() -> Vec<Element>>;
type KeyedChildren = Box<dyn Fn(&str) -> Vec<Element>>;

/// An element without anything in it.
///
/// # Panics
/// The browser makes no element of that name.
#[inline(never)]
pub fn element(tag: &'static str) -> Element {
    Element(document().create_element(tag).expect("the page names elements that there are"))
}

/// An element of a class.
#[inline(never)]
pub fn el(tag: &'static str, class: &str) -> Element {
    element(tag).attr("class", class)
}

/// A button that says `words`.
#[inline(never)]
pub fn button(words: Words) -> Element {
    element("button").attr("type", "button").words(words)
}

/// A label that says `words`, with the field that it belongs to.
#[inline(never)]
pub fn labelled(words: Words, field: Element) -> Element {
    element("label").words(words).child(field)
}

/// A field for one line of text.
#[inline(never)]
pub fn field(name: &'static str, value: &str) -> Element {
    element("input").attr("name", name).attr("autocomplete", "off").attr("value", value)
}

/// Does something at once, and again whenever a signal that it reads changes, until the reactive owner is disposed.
pub fn effect(act: impl FnMut() + 'static) {
    run_effect(Box::new(act));
}

impl Element {
    /// The browser's own element.
    pub fn node(&self) -> &web_sys::Element {
        &self.0
    }

    /// With this attribute.
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        self.0.set_attribute(name, value).expect("the page names attributes that there are");
        self
    }

    /// With this property of its style. The page's policy lets no attribute `style` count.
    #[inline(never)]
    pub fn style(self, property: &'static str, value: &str) -> Self {
        // A browser that knows no such property shows the element without it.
        let _ = self.0.unchecked_ref::<HtmlElement>().style().set_property(property, value);
        self
    }

    /// With an attribute that follows what it is made of.
    pub fn attr_fn(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        self.bind_attr(name, Box::new(value))
    }

    /// With an attribute that is `true` or `false`.
    pub fn attr_bool(self, name: &'static str, is_so: impl Fn() -> bool + 'static) -> Self {
        self.bind_attr(name, bool_text(Box::new(is_so)))
    }

    /// With a property for the style sheet (`--stop`) that follows what it is made of. The object model sets it: a page
    /// whose markup has no styles of its own can be served under a strict policy.
    pub fn style_fn(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        self.bind_style(name, Box::new(value))
    }

    /// With a value that a person can change and that follows what it is made of. The choices come before it.
    pub fn value_fn(self, value: impl Fn() -> String + 'static) -> Self {
        self.bind_value(Box::new(value))
    }

    /// With a tick that a person can change and that follows what it is made of.
    pub fn checked_fn(self, is_ticked: impl Fn() -> bool + 'static) -> Self {
        self.bind_checked(bool_text(Box::new(is_ticked)))
    }

    /// Does something when it happens.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.listener(event, Box::new(act))
    }

    /// With this text.
    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        self.append(&document().create_text_node(text))
    }

    /// With a text that is left as it is where a browser translates the page.
    #[inline(never)]
    pub fn verbatim(self) -> Self {
        self.attr("translate", "no")
    }

    /// With a text that follows what it is made of.
    pub fn text_fn(self, text: impl Fn() -> String + 'static) -> Self {
        self.bind_text(Box::new(text))
    }

    /// With a text in the language of the page.
    #[inline(never)]
    pub fn words(self, words: Words) -> Self {
        let language = use_language();
        self.text_fn(move || words.in_language(language.get()).to_owned())
    }

    /// With this element in it.
    #[inline(never)]
    #[expect(clippy::needless_pass_by_value, reason = "an element goes to one place")]
    pub fn child(self, child: Element) -> Self {
        self.append(&child.0)
    }

    /// With these elements in it.
    pub fn children(self, children: impl IntoIterator<Item = Element>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// With elements that the first card does not need, here. They are made when the browser is about to show
    /// the page for the first time: a card that is quicker than that is answered without waiting for them.
    #[inline(never)]
    pub fn deferred_children(self, make: impl FnOnce() -> Vec<Element> + 'static) -> Self {
        if !is_deferring() {
            return self.children(make());
        }
        let marker = document().create_comment("");
        let element = self.append(&marker);
        defer(move || {
            let parent = marker.parent_node().expect("it is in the page");
            for Element(made) in make() {
                parent.insert_before(&made, Some(&marker)).expect("an element takes what was made for it");
            }
            marker.remove();
        });
        element
    }

    /// With attributes and listeners that the first card does not need. They are added with the deferred children.
    pub fn deferred(self, rest: impl FnOnce(Self) -> Self + 'static) -> Self {
        let element = self.clone();
        defer(move || drop(rest(element)));
        self
    }

    /// With a drawing of ours in it.
    #[inline(never)]
    pub fn svg(self, svg: &'static str) -> Self {
        self.0.set_inner_html(svg);
        self
    }

    /// With nothing in it but elements that come and go, made anew when what they are made of changes.
    pub fn children_fn(self, children: impl Fn() -> Vec<Element> + 'static) -> Self {
        self.bind_children(Box::new(children))
    }

    /// With nothing in it but elements that are made anew when `key` is another one.
    pub fn children_keyed(
        self,
        key: impl Fn() -> String + 'static,
        children: impl Fn(&str) -> Vec<Element> + 'static,
    ) -> Self {
        self.bind_keyed_children(Box::new(key), Box::new(children))
    }

    /// With nothing in it but an element for every key, kept as long as its key is there.
    pub fn keyed_list(self, keys: impl Fn() -> Vec<u64> + 'static, child: impl Fn(u64) -> Element + 'static) -> Self {
        self.list(Box::new(keys), Box::new(child))
    }

    #[inline(never)]
    fn append(self, node: &web_sys::Node) -> Self {
        self.0.append_child(node).expect("an element takes what was made for it");
        self
    }

    #[inline(never)]
    fn bind_attr(self, name: &'static str, value: Text) -> Self {
        let element = self.0.clone();
        on_text_change(
            value,
            Box::new(move |value| {
                element.set_attribute(name, value).expect("the page names attributes that there are");
            }),
        );
        self
    }

    #[inline(never)]
    fn bind_style(self, name: &'static str, value: Text) -> Self {
        let element = self.0.clone();
        on_text_change(
            value,
            Box::new(move |value| {
                // A browser that takes no such property shows the element as it is.
                let _ = element.unchecked_ref::<HtmlElement>().style().set_property(name, value);
            }),
        );
        self
    }

    #[inline(never)]
    fn bind_value(self, value: Text) -> Self {
        let element = self.0.clone();
        on_text_change(
            value,
            Box::new(move |value| match element.dyn_ref::<HtmlSelectElement>() {
                Some(select) => select.set_value(value),
                None => element.unchecked_ref::<HtmlInputElement>().set_value(value),
            }),
        );
        self
    }

    #[inline(never)]
    fn bind_checked(self, value: Text) -> Self {
        let element = self.0.clone();
        on_text_change(
            value,
            Box::new(move |value| {
                element.unchecked_ref::<HtmlInputElement>().set_checked(value == TRUE);
            }),
        );
        self
    }

    #[inline(never)]
    fn bind_text(self, text: Text) -> Self {
        let node = document().create_text_node("");
        let at = texts_in(&self.0).count();
        let element = self.append(&node);
        let parent = element.0.clone();
        let show = move |text: &str| {
            node.set_data(text);
            if node.parent_node().as_ref() != Some(&parent) {
                put_back(&node, &parent, at);
            }
        };
        on_text_change(text, Box::new(show));
        element
    }

    #[inline(never)]
    fn bind_children(self, children: Children) -> Self {
        let element = self.0.clone();
        run_effect(Box::new(move || fill(&element, &children())));
        self
    }

    #[inline(never)]
    fn bind_keyed_children(self, key: Text, children: KeyedChildren) -> Self {
        let element = self.0.clone();
        let outer = Owner::current().expect("elements are made while the page has an owner");
        let within = RefCell::new(None::<Owner>);
        on_text_change(
            key,
            Box::new(move |key| {
                // What the children look at goes with them.
                let owner = outer.child();
                untrack(|| owner.with(|| fill(&element, &children(key))));
                if let Some(before) = within.replace(Some(owner)) {
                    before.cleanup();
                }
            }),
        );
        self
    }

    #[inline(never)]
    fn list(self, keys: Box<dyn Fn() -> Vec<u64>>, child: Box<dyn Fn(u64) -> Element>) -> Self {
        let element = self.0.clone();
        let outer = Owner::current().expect("elements are made while the page has an owner");
        let mut shown = BTreeMap::<u64, (Element, Owner)>::new();
        run_effect(Box::new(move || {
            let keys = keys();
            shown.retain(|key, (child, owner)| {
                let stays = keys.contains(key);
                if !stays {
                    let former = focused_in(&element);
                    let near = child.0.next_element_sibling().or_else(|| child.0.previous_element_sibling());
                    child.0.remove();
                    keep_focus(former, &element, near);
                    owner.cleanup();
                }
                stays
            });
            // Each is inserted before the child at its position, unless it is that child.
            let mut next = element.first_element_child();
            for key in keys {
                let (child, _) = shown.entry(key).or_insert_with(|| {
                    let owner = outer.child();
                    (untrack(|| owner.with(|| child(key))), owner)
                });
                if next.as_ref() == Some(&child.0) {
                    next = child.0.next_element_sibling();
                } else {
                    let before = next.as_deref();
                    element.insert_before(&child.0, before).expect("an element takes what was made for it");
                }
            }
        }));
        self
    }

    #[inline(never)]
    fn listener(self, event: &'static str, act: Box<dyn FnMut(Event)>) -> Self {
        // The browser lets go of it together with the element.
        let heard = Closure::wrap(act).into_js_value();
        self.0.add_event_listener_with_callback(event, heard.unchecked_ref()).expect("an element takes a listener");
        self
    }
}

const TRUE: &str = "true";

fn bool_text(is_so: Box<dyn Fn() -> bool>) -> Text {
    Box::new(move || if is_so() { TRUE } else { "false" }.to_owned())
}

/// Shows a text at once, and again whenever it is another one.
#[inline(never)]
fn on_text_change(text: Text, show: Box<dyn Fn(&str)>) {
    let mut shown = None;
    run_effect(Box::new(move || {
        let text = text();
        if shown.as_ref() != Some(&text) {
            show(&text);
            shown = Some(text);
        }
    }));
}

#[inline(never)]
fn run_effect(mut act: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_: Option<()>| act());
    // Disposed with the current reactive owner.
    StoredValue::new_local(effect);
}

/// Puts these into an element, instead of its children.
#[inline(never)]
fn fill(element: &web_sys::Element, children: &[Element]) {
    let former = focused_in(element);
    element.set_text_content(None);
    for Element(child) in children {
        element.append_child(child).expect("an element takes what was made for it");
    }
    keep_focus(former, element, None);
}

/// The texts right in an element. A browser that translates pages puts each into an element `font` of its own.
fn texts_in(element: &web_sys::Element) -> impl Iterator<Item = web_sys::Node> {
    let first = element.first_child();
    let all = std::iter::successors(first, web_sys::Node::next_sibling);
    all.filter(|node| node.node_type() == web_sys::Node::TEXT_NODE || node.node_name() == "FONT")
}

/// Puts a text that was taken out of an element back, instead of its translation, which is the text number `at` in it.
#[inline(never)]
fn put_back(text: &web_sys::Node, element: &web_sys::Element, at: usize) {
    let put = match texts_in(element).nth(at) {
        Some(translation) => element.replace_child(text, &translation),
        None => element.append_child(text),
    };
    put.expect("an element takes a text");
}
