//! Markup of one type: elements, attributes and texts whose types are erased where they are made.
//!
//! Leptos gives every element a type of its own, with all its attributes and children in it, and compiles it anew.
//! For panels full of labels that is most of what goes over the wire; made here, each kind of part is compiled once,
//! and `inline(never)` keeps it that way.

use std::sync::Arc;

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute as _};
use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use web_sys::Event;

use crate::i18n::{Words, use_language};

/// An element that is being written.
pub struct Element {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

type Text = Box<dyn Fn() -> String + Send + Sync>;
type Truth = Box<dyn Fn() -> bool + Send + Sync>;
type Children = Box<dyn Fn() -> Vec<Element> + Send + Sync>;

/// An element without anything in it.
#[inline(never)]
pub fn element(tag: &'static str) -> Element {
    Element { tag, attributes: Vec::new(), children: Vec::new() }
}

/// An element of a class.
#[inline(never)]
pub fn classed(tag: &'static str, class: &str) -> Element {
    element(tag).has("class", class)
}

/// A button that says `words`.
#[inline(never)]
pub fn button(words: Words) -> Element {
    element("button").has("type", "button").says(words)
}

/// A label that says `words`, with the field that it belongs to.
#[inline(never)]
pub fn labelled(words: Words, field: Element) -> Element {
    element("label").says(words).with(field)
}

/// A field for one line of text.
#[inline(never)]
pub fn field(name: &'static str, value: &str) -> Element {
    element("input").has("name", name).has("autocomplete", "off").has("value", value)
}

impl Element {
    /// With this attribute.
    #[inline(never)]
    pub fn has(self, name: &'static str, value: &str) -> Self {
        self.attribute(custom_attribute(name, value.to_owned()).into_any_attr())
    }

    /// With an attribute that follows what it is made of.
    pub fn follows(self, name: &'static str, value: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.live_attribute(name, Box::new(value))
    }

    /// With an attribute that is `true` or `false`.
    pub fn tells(self, name: &'static str, is_so: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        self.live_truth(name, Box::new(is_so))
    }

    /// With a value that a person can change and that follows what it is made of.
    pub fn holds(self, value: impl Fn() -> String + Send + Sync + 'static) -> Self {
        let value: Text = Box::new(value);
        self.attribute(prop("value", value).into_any_attr())
    }

    /// With a tick that a person can change and that follows what it is made of.
    pub fn ticked(self, is_ticked: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        let is_ticked: Truth = Box::new(is_ticked);
        self.attribute(prop("checked", is_ticked).into_any_attr())
    }

    /// Does something when it happens.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.listener(event, Box::new(act))
    }

    /// With this text.
    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        self.view(text.to_owned().into_any())
    }

    /// With a text that follows what it is made of.
    pub fn shows(self, text: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.live_text(Box::new(text))
    }

    /// With a text in the language of the page.
    #[inline(never)]
    pub fn says(self, words: Words) -> Self {
        let language = use_language();
        self.shows(move || words.in_language(language.get()).to_owned())
    }

    /// With this element in it.
    #[inline(never)]
    pub fn with(self, child: Element) -> Self {
        self.view(child.into_view())
    }

    /// With these elements in it.
    pub fn with_all(self, children: impl IntoIterator<Item = Element>) -> Self {
        children.into_iter().fold(self, Self::with)
    }

    /// With any view in it.
    #[inline(never)]
    pub fn view(mut self, child: AnyView) -> Self {
        self.children.push(child);
        self
    }

    /// With elements that come and go, made anew when what they are made of changes.
    pub fn varies(self, children: impl Fn() -> Vec<Element> + Send + Sync + 'static) -> Self {
        self.live_children(Box::new(children))
    }

    /// With an element for every key, kept as long as its key is there.
    pub fn each(
        self,
        keys: impl Fn() -> Vec<u64> + Send + Sync + 'static,
        child: impl Fn(u64) -> Element + Send + Sync + 'static,
    ) -> Self {
        self.view(keyed(Box::new(keys), Arc::new(child)))
    }

    /// What Leptos shows.
    #[inline(never)]
    pub fn into_view(self) -> AnyView {
        custom(self.tag).add_any_attr(self.attributes).child(self.children).into_any()
    }

    #[inline(never)]
    fn attribute(mut self, attribute: AnyAttribute) -> Self {
        self.attributes.push(attribute);
        self
    }

    #[inline(never)]
    fn live_attribute(self, name: &'static str, value: Text) -> Self {
        self.attribute(custom_attribute(name, value).into_any_attr())
    }

    #[inline(never)]
    fn live_truth(self, name: &'static str, is_so: Truth) -> Self {
        self.follows(name, move || if is_so() { "true" } else { "false" }.to_owned())
    }

    #[inline(never)]
    fn live_text(self, text: Text) -> Self {
        self.view(text.into_any())
    }

    #[inline(never)]
    fn live_children(self, children: Children) -> Self {
        let children: Box<dyn Fn() -> Vec<AnyView> + Send + Sync> =
            Box::new(move || children().into_iter().map(Element::into_view).collect());
        self.view(children.into_any())
    }

    #[inline(never)]
    fn listener(self, event: &'static str, act: Box<dyn FnMut(Event)>) -> Self {
        self.attribute(on(ev::Custom::<Event>::new(event), act).into_any_attr())
    }
}

fn keyed(keys: Box<dyn Fn() -> Vec<u64> + Send + Sync>, child: Arc<dyn Fn(u64) -> Element + Send + Sync>) -> AnyView {
    view! { <For each=keys key=|key| *key children=move |key| child(key).into_view() /> }.into_any()
}
