//! Tag expressions that select scenarios, such as `@P-19 and not @slow`.

use gherkin::tagexpr::TagOperation;

/// A tag expression.
#[derive(Clone, Debug)]
pub struct Tags(TagOperation);

impl Tags {
    /// Parses an expression.
    ///
    /// # Errors
    /// The text is not a tag expression.
    pub fn parse(text: &str) -> Result<Self, String> {
        text.parse().map(Self).map_err(|error| {
            format!(
                "\u{201c}{text}\u{201d} is not a tag expression such as \u{201c}@P-19 and not @slow\u{201d}: {error}"
            )
        })
    }

    /// Whether it selects a scenario with these tags (without the @).
    pub fn select(&self, tags: &[String]) -> bool {
        holds(&self.0, tags)
    }
}

fn holds(expression: &TagOperation, tags: &[String]) -> bool {
    match expression {
        TagOperation::And(one, other) => holds(one, tags) && holds(other, tags),
        TagOperation::Or(one, other) => holds(one, tags) || holds(other, tags),
        TagOperation::Not(one) => !holds(one, tags),
        TagOperation::Tag(tag) => tags.contains(tag),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_selects_by_all_tags_of_a_scenario() {
        let torn = ["P-19".to_owned(), "DP-16".to_owned(), "slow".to_owned()];
        for (expression, expected) in [
            ("@P-19", true),
            ("@P-1", false),
            ("@P-19 and not @slow", false),
            ("@P-20 or @DP-16", true),
            ("not (@P-20 or @DP-16)", false),
        ] {
            assert_eq!(Tags::parse(expression).expect("an expression").select(&torn), expected, "{expression}");
        }
    }

    #[test]
    fn an_invalid_expression_is_an_error() {
        let why = Tags::parse("@a not @b").expect_err("it is invalid");
        assert!(why.contains("is not a tag expression"), "{why}");
    }
}
