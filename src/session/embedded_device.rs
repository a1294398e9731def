//! The device that the page shows alone: `?embed=pedestal` in its address.

use std::cell::Cell;

use crate::browser::query;
use crate::session::site_page::SiteLink;

/// A device that the page shows alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EmbeddedDevice {
    /// Its fragment in addresses.
    fragment: &'static str,
}

impl EmbeddedDevice {
    /// The device with this name among those of all sites.
    fn named(name: &str, sites: &[SiteLink]) -> Option<Self> {
        let fragments = sites.iter().flat_map(|site| site.devices);
        fragments.map(|fragment| Self { fragment }).find(|device| device.name() == name)
    }

    /// Its name in addresses and messages.
    pub fn name(self) -> &'static str {
        self.fragment.trim_start_matches(['#', '/'])
    }

    /// The fragment of the address at which a person stands before it.
    pub const fn address(self) -> &'static str {
        self.fragment
    }
}

thread_local! {
    static REQUESTED: Cell<Option<EmbeddedDevice>> = const { Cell::new(None) };
}

/// Reads from the page's address which device is shown alone. The query stays the same as long as the page is open.
pub fn read(sites: &[SiteLink]) {
    REQUESTED.set(query::parameter("embed").and_then(|name| EmbeddedDevice::named(&name, sites)));
}

/// The device that is shown alone; none for the whole page.
pub fn requested() -> Option<EmbeddedDevice> {
    REQUESTED.get()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sites::SITES;

    #[test]
    fn each_device_is_found_by_its_name_in_addresses() {
        for fragment in SITES.iter().flat_map(|site| site.devices) {
            let name = fragment.trim_start_matches(['#', '/']);
            let device = EmbeddedDevice::named(name, &SITES).expect("it is in the list");
            assert_eq!((device.name(), device.address()), (name, *fragment));
        }
        for unknown in ["", "#/pedestal", "quay", "Pedestal"] {
            assert_eq!(EmbeddedDevice::named(unknown, &SITES), None, "{unknown}");
        }
    }
}
