//! The sites of the project: the pages that are built, with their programs, devices and firmware.

/// A page with a program and a world of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Site {
    /// The name of its program, of its world and of its single file.
    pub name: &'static str,
    /// The title of its page.
    pub title: &'static str,
    /// The description of its page, for search engines.
    pub description: &'static str,
    /// The style sheet of its devices.
    pub styles: &'static str,
    /// The prefix of its names in the browser: its storage, its lock and its channel.
    pub storage_key: &'static str,
    /// Its folder in the built page; empty for the site at the top.
    pub folder: &'static str,
    /// The budget of its panels with their largest language part, in bytes compressed with brotli.
    pub panels_max: u64,
    /// Its devices.
    pub devices: &'static [Device],
}

/// A device with its firmware.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Device {
    /// Its name in addresses, which is that of its firmware and of the firmware's binary.
    pub name: &'static str,
    /// The optimisation level of the firmware (The rustc book, `opt-level`).
    pub opt_level: &'static str,
    /// The maximum of flash, in bytes.
    pub flash_max: u64,
    /// The maximum of static RAM, in bytes, without the stack.
    pub ram_max: u64,
}

/// A kibibyte, in bytes.
pub const KIB: u64 = 1024;

/// All sites; the one at the top comes first, as its build empties the folder of the others.
pub const SITES: &[Site] = &[
    Site {
        name: "quay",
        title: "Kerb & Quay – Try a marina power pedestal",
        description: "An unofficial training replica of a marina shore-power pedestal: put a card in the holder, choose a \
                      socket, load credit, plug in a boat.",
        styles: "style/pedestal.css",
        storage_key: "kerb-and-quay",
        folder: "",
        panels_max: 108_000,
        devices: &[Device { name: "pedestal", opt_level: "z", flash_max: 96 * KIB, ram_max: 16 * KIB }],
    },
    Site {
        name: "bus",
        title: "Kerb & Quay – Try a bus ticket validator",
        description: "An unofficial training replica of a bus-ticket validator: hold a card to it, ride, get the \
                      difference back, buy a ticket for a friend.",
        styles: "style/validator.css",
        storage_key: "kerb-and-quay.bus",
        folder: "bus",
        panels_max: 134_000,
        devices: &[
            Device { name: "validator", opt_level: "z", flash_max: 96 * KIB, ram_max: 16 * KIB },
            // Its display has a hundred times as many pixels, and there is room in the flash.
            Device { name: "validator-touch", opt_level: "s", flash_max: 128 * KIB, ram_max: 24 * KIB },
        ],
    },
];

/// The programs that run in workers. The page of the first site names them for Trunk; all sites share them.
pub const WORKERS: &[&str] = &["parser", "twin"];

/// The programs of a release.
pub fn programs() -> impl Iterator<Item = &'static str> {
    SITES.iter().map(|site| site.name).chain(WORKERS.iter().copied())
}

/// All devices.
pub fn devices() -> impl Iterator<Item = &'static Device> {
    SITES.iter().flat_map(|site| site.devices)
}

/// The names of all devices and of their firmware.
pub fn device_names() -> impl Iterator<Item = &'static str> {
    devices().map(|device| device.name)
}

impl Site {
    /// What a file of this site is called in the built page: `bus/index.html` for `index.html`.
    pub fn path(&self, file: &str) -> String {
        if self.folder.is_empty() { file.to_owned() } else { format!("{}/{file}", self.folder) }
    }

    /// The name of this site's page in a single file.
    pub fn single_file(&self) -> String {
        format!("kerb-and-quay-{}.html", self.name)
    }

    /// Whether a file of the built page belongs to this site and not to one in a folder below it.
    pub fn owns(&self, file: &str) -> bool {
        let site_of = |folder: &str| SITES.iter().find(|site| !site.folder.is_empty() && site.folder == folder);
        match file.split_once('/').and_then(|(folder, _)| site_of(folder)) {
            Some(site) => site == self,
            None => self.folder.is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use world::world::World as _;

    use super::*;
    use crate::html;
    use crate::project::Project;
    use crate::site_page;

    #[test]
    fn the_pages_name_the_programs_of_the_sites() {
        let project = Project::here().expect("tests run inside the repository");
        let mut named = Vec::new();
        for site in SITES {
            let page = site_page::source(&project, site).expect("the template has all parts");
            let page = std::fs::read_to_string(page).expect("it was written");
            named.extend(html::attributes(&page, "link[data-trunk]", "data-bin").expect("it is HTML"));
            let workers = html::attributes(&page, "link[data-type=worker]", "data-bin").expect("it is HTML");
            assert!(workers.iter().all(|worker| WORKERS.contains(&worker.as_str())), "{workers:?}");
        }
        named.sort_unstable();
        let mut expected: Vec<_> = programs().collect();
        expected.sort_unstable();
        assert_eq!(named, expected);
    }

    #[test]
    fn a_file_belongs_to_the_site_of_its_folder() {
        let [top, below] = [SITES[0], SITES[1]];
        assert!(top.owns("index.html") && top.owns("fonts/a.woff2") && !top.owns("bus/index.html"));
        assert!(below.owns("bus/index.html") && !below.owns("index.html") && !below.owns("business/a.js"));
        assert_eq!([top, below].map(|site| site.path("index.html")), ["index.html", "bus/index.html"]);
    }

    #[test]
    fn a_device_belongs_to_one_site() {
        let mut names: Vec<_> = device_names().collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), devices().count());
    }

    #[test]
    fn a_site_has_the_name_of_its_world() {
        for site in SITES {
            assert!(world::for_site!(site.name, World => World::opening().has_power(), else false), "{}", site.name);
        }
    }
}
