//! The sources of the sites' pages, for Trunk.
//!
//! `index.html` is the page of the first site, and the template of all others. Their pages differ in the values of
//! [`Site`] and in the folder that they are served from. The first site alone has the redirect to the other sites
//! ([`redirect`]), and the workers, which all sites share.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::sites::{SITES, Site};

/// The page of the first site.
const TEMPLATE: &str = "index.html";

/// The source of a site's page. That of every site but the first is written below the target folder.
///
/// # Errors
///
/// The template cannot be read, is not as expected, or the page cannot be written.
pub fn source(project: &Project, site: &Site) -> Outcome<PathBuf> {
    if *site == SITES[0] {
        return Ok(project.root().join(TEMPLATE));
    }
    let file = project.target().join("xtask").join("pages").join(site.name).join(TEMPLATE);
    let root = relative(file.parent().unwrap_or(&file), project.root());
    let page = page(&project.text(TEMPLATE)?, site, &root)?;
    // Trunk watches the file: it is written only when it changes.
    if fs::read_to_string(&file).ok().as_ref() != Some(&page) {
        let written = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&file, &page));
        written.map_err(|error| Failure::io(&file, &error))?;
    }
    Ok(file)
}

/// Writes the page of the site that Trunk builds from this file again, if the template has changed.
///
/// # Errors
///
/// As for [`source`].
pub fn refresh(file: &Path) -> Outcome {
    let folder = file.parent().and_then(Path::file_name);
    match SITES[1..].iter().find(|site| folder.is_some_and(|folder| folder == site.name)) {
        Some(site) => source(&Project::here()?, site).map(drop),
        // The first site's page, or the page that the speed report compares with.
        None => Ok(()),
    }
}

/// Whether Trunk builds the page of the first site from this file. The name of its folder does not say so: that of the
/// repository may be any.
pub fn is_first(project: &Project, file: &Path) -> bool {
    let real = |file: &Path| fs::canonicalize(file).ok();
    real(file).is_some_and(|file| Some(file) == real(&project.root().join(TEMPLATE)))
}

/// The script of the first page that goes on to the page of another site, if the address names one of its devices.
pub fn redirect() -> String {
    let to = |site: &Site| {
        let names = site.devices.iter().map(|device| device.name).collect::<Vec<_>>().join("|");
        format!("/#\\/({names})|[?&]embed=({names})/.test(a)&&location.replace(\"{}/\"+a)", site.folder)
    };
    let others: Vec<_> = SITES[1..].iter().map(to).collect();
    format!("{{let a=location.search+location.hash;{}}}", others.join(";"))
}

/// The path from one folder to another, with `/` as separator: Trunk takes every path for a relative one.
fn relative(from: &Path, to: &Path) -> String {
    let shared = from.components().zip(to.components()).take_while(|(from, to)| from == to).count();
    let up = from.components().skip(shared).map(|_| "..".to_owned());
    let down = to.components().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// The page of a site that is served from a folder. `root` is the path from there to the top folder of the repository.
fn page(template: &str, site: &Site, root: &str) -> Outcome<String> {
    let first = &SITES[0];
    let replaced = RefCell::new(BTreeSet::new());
    let found = |what: &'static str| {
        replaced.borrow_mut().insert(what);
    };
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("title", |title| {
            found("title");
            title.set_inner_content(site.title, ContentType::Text);
            Ok(())
        }))
        .append_element_content_handler(element!("meta[name=description]", |meta| {
            found("description");
            Ok(meta.set_attribute("content", site.description)?)
        }))
        .append_element_content_handler(element!("link[data-type=worker]", |link| {
            link.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("link[data-trunk][href^='src/bin/']", |link| {
            link.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("link:not([data-trunk])", |link| {
            let href = attribute(link, "href");
            Ok(link.set_attribute("href", &format!("../{href}"))?)
        }))
        .append_element_content_handler(element!("link[data-trunk]", |link| {
            let href = attribute(link, "href");
            let own = if href == first.styles { site.styles } else { &href };
            if own != href {
                found("styles");
            }
            Ok(link.set_attribute("href", &format!("{root}/{own}"))?)
        }))
        .append_element_content_handler(element!("link[data-bin]", |link| {
            if attribute(link, "data-bin") == first.name {
                found("program");
                link.set_attribute("data-bin", site.name)?;
            }
            Ok(())
        }))
        .append_element_content_handler(element!("body", |body| {
            found("body");
            Ok(body.set_attribute("data-storage-key", site.storage_key)?)
        }));
    let page = rewrite_str(template, settings);
    let page = page.map_err(|error| Failure::new(format!("{TEMPLATE}: {error}.")))?;
    let replaced = replaced.into_inner();
    let missing =
        ["title", "description", "styles", "program", "body"].into_iter().find(|what| !replaced.contains(what));
    match missing {
        None => Ok(page),
        Some(what) => {
            Err(Failure::new(format!("{TEMPLATE} has no {what} that could be replaced for the {}.", site.name)))
        }
    }
}

fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_from_one_folder_to_another() {
        let between = |from: &str, to: &str| relative(Path::new(from), Path::new(to));
        assert_eq!(between("/srv/a/target/xtask/pages/bus", "/srv/a"), "../../../..");
        assert_eq!(between("/var/target/bus", "/srv/a"), "../../../srv/a");
    }

    #[test]
    fn the_first_page_redirects_to_the_pages_of_all_other_sites() {
        let expected = "{let a=location.search+location.hash;/#\\/(validator|validator-touch)|[?&]embed=(validator|\
            validator-touch)/.test(a)&&location.replace(\"bus/\"+a)}";
        assert_eq!(redirect(), expected);
        let project = Project::here().expect("tests run inside the repository");
        let [first, other] =
            [&SITES[0], &SITES[1]].map(|site| source(&project, site).expect("the template has all parts"));
        assert!(is_first(&project, &first) && !is_first(&project, &other));
    }

    #[test]
    fn the_template_is_the_page_of_the_first_site() {
        let project = Project::here().expect("tests run inside the repository");
        let template = project.text(TEMPLATE).expect("it is in the repository");
        let first = &SITES[0];
        let title = first.title.replace('&', "&amp;");
        for part in [&title, first.description, first.styles, first.storage_key] {
            assert!(template.contains(part), "{part}");
        }
    }

    #[test]
    fn the_page_of_another_site_has_its_own_values_and_not_those_of_the_first() {
        let project = Project::here().expect("tests run inside the repository");
        let template = project.text(TEMPLATE).expect("it is in the repository");
        for site in &SITES[1..] {
            let page = page(&template, site, "../..").expect("the template has all parts");
            let title = site.title.replace('&', "&amp;");
            let own = [
                format!("<title>{title}</title>"),
                format!("content=\"{}\"", site.description),
                format!("href=\"../../{}\"", site.styles),
                format!("data-bin=\"{}\"", site.name),
                format!("data-storage-key=\"{}\"", site.storage_key),
                "href=\"../app.webmanifest\"".to_owned(),
                "href=\"../../src/boot/boot.js\"".to_owned(),
            ];
            for part in &own {
                assert!(page.contains(part), "{part}: {page}");
            }
            for part in ["<script", "data-type", "src/bin/", SITES[0].styles, SITES[0].title, "\"quay\""] {
                assert!(!page.contains(part), "{part}: {page}");
            }
        }
        assert!(page("<body></body>", &SITES[1], "..").is_err());
    }
}
