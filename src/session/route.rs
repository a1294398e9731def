//! Addresses that can be shared: what stands behind the `#` says where the person stands.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::elements::effect;
use crate::session::embedded_device;
use crate::session::shell::Shell;
use crate::session::site_page::SitePage;

/// Goes where the page's address says, and has the address say where the person goes.
pub fn sync<P: SitePage>(shell: Shell<P>) {
    let is_owner = shell.is_owner();
    let mut is_there = false;
    effect(move || {
        let owns = is_owner.get();
        let address = shell.at(P::address);
        if !owns {
            return;
        }
        if !is_there {
            is_there = true;
            untrack(|| follow(shell));
        } else if embedded_device::requested().is_none()
            && !address.is_empty()
            && address != hash()
            && let Ok(history) = window().history()
        {
            // Without it the address is only not shared.
            let state = history.state().unwrap_or(JsValue::NULL);
            let _ = history.replace_state_with_url(&state, "", Some(address));
        }
    });
    if embedded_device::requested().is_some() {
        return;
    }
    window_event_listener(ev::Custom::<web_sys::Event>::new("hashchange"), move |_| follow(shell));
}

fn follow<P: SitePage>(shell: Shell<P>) {
    let hash = hash();
    if let Some(acts) = shell.read(|session| P::acts_to_reach(session, &hash)) {
        for act in acts {
            shell.act(act);
        }
        return;
    }
    let site = P::LINKS.iter().find(|site| site.devices.contains(&hash.as_str()));
    if let Some(page) = site.and_then(|site| site.url(P::TOP)) {
        let _ = window().location().set_href(&format!("{page}{hash}"));
    }
}

/// What stands behind the `#`; for a device that stands alone, where that is.
fn hash() -> String {
    match embedded_device::requested() {
        Some(device) => device.address().to_owned(),
        None => window().location().hash().unwrap_or_default(),
    }
}
