//! The parameters of the page's address: what stands behind its `?`.

use leptos::prelude::window;

/// The value of this parameter; none if the address has no such parameter, or a bare one.
pub fn parameter(name: &str) -> Option<String> {
    value(&window().location().search().ok()?, name).map(str::to_owned)
}

fn value<'q>(query: &'q str, name: &str) -> Option<&'q str> {
    let mut parts = query.trim_start_matches('?').split('&').filter_map(|part| part.split_once('='));
    parts.find(|(own, _)| *own == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn a_parameter_is_found_by_its_whole_name() {
        assert_eq!(value("?lang=nb&clock=hand", "clock"), Some("hand"));
        assert_eq!(value("?lang=nb&clock=hand", "lang"), Some("nb"));
        assert_eq!(value("?sublang=nb", "lang"), None);
        assert_eq!(value("?lang", "lang"), None);
        assert_eq!(value("", "lang"), None);
    }
}
