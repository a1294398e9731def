//! The sites: what only one page has, what they have in common beside the panels, and the list of all of them.

pub mod bus;
mod display;
mod lazy_parts;
pub mod quay;

use crate::session::site_page::SiteLink;
use crate::texts::message;

/// Every site; the first is at the top of the built page.
pub const SITES: [SiteLink; 2] = [
    SiteLink { label: message::SITE_QUAY, folder: "", devices: &["#/pedestal"], views: &[message::VIEW_PEDESTAL] },
    SiteLink {
        label: message::SITE_BUS,
        folder: "bus/",
        devices: &["#/validator", "#/validator-touch"],
        views: &[message::VIEW_VALIDATOR_KEYS, message::VIEW_VALIDATOR_TOUCH],
    },
];

/// The sites without the one of this index in [`SITES`].
const fn links_from(index: usize) -> [SiteLink; SITES.len() - 1] {
    let mut links = [SITES[0]; SITES.len() - 1];
    let mut next = 0;
    while next < links.len() {
        links[next] = SITES[if next < index { next } else { next + 1 }];
        next += 1;
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::site_page::SitePage;
    use world::bus::Bus;
    use world::quay::Quay;

    #[test]
    fn a_page_links_to_every_site_but_its_own() {
        let folders = |links: &[SiteLink]| links.iter().map(|link| link.folder).collect::<Vec<_>>();
        assert_eq!(folders(Quay::LINKS), ["bus/"]);
        assert_eq!(folders(Bus::LINKS), [""]);
        assert_eq!([Quay::TOP, Bus::TOP], ["", "../"]);
    }
}
