//! The steps that every site has: their patterns, what they do, and how they are checked, written once.

/// Declares `SharedAction` and `SharedExpectation` for a site, which includes them in its own steps
/// (`Action includes SharedAction { .. }` in [`steps!`](crate::steps)).
///
/// | argument | what it is |
/// | --- | --- |
/// | `world`, `action`, `act`, `observation` | the types of the site |
/// | `opening`, `bare`, `kept` | the patterns of the steps with which a scenario begins |
/// | `key`, `kind`, `status`, `accounts` | values of its steps: a key, a kind of card, the status of a card, accounts |
/// | `amount` | the amount that a card holds: a tuple of a `u32` |
/// | `booked` | the amount that accounts hold, a [`LedgerAmount`](crate::step_value::LedgerAmount) |
/// | `create` | from an amount to the last field of the act `Create` |
/// | `bar_steps` | the number of steps of a full bar |
///
/// `ScreenName` and `Assignment` of the site have to be in scope, and `SCREENS`, the names of its screens. The acts
/// have the names that they have at the quay. `accounts` is made from an account, and is the kind of that account. The
/// observation is an [`Observation`](crate::observation::Observation).
#[macro_export]
macro_rules! shared_steps {
    (
        world: $world:ty, opening: $opening:literal, bare: $bare:literal, kept: $kept:literal,
        action: $action:ty, act: $act:ident, observation: $observation:ty, key: $key:ty, kind: $kind:ty,
        status: $status:ty, accounts: $accounts:ty, amount: $amount:ident, booked: $booked:ty, create: $create:expr,
        bar_steps: $bar_steps:expr $(,)?
    ) => {
        $crate::steps! {
            /// A step that every site has and that does something.
            SharedAction {
                /// The world begins as a page opens it.
                Opening() = $opening;
                /// The world begins with an empty wallet.
                Bare() = $bare;
                /// The world begins as it was kept; the text below the step holds it.
                Kept() = $kept;
                /// There is a card of some kind.
                HasCardOf(kind: $kind, card: $crate::step_value::Quoted, amount: $amount) = "a {kind} card {card} with {amount}";
                /// A setting is changed.
                Setting(assignment: Assignment) = "the setting {assignment}";
                /// The date and time of the site are set.
                Clock(civil: $crate::firmware_core::time::DateTime) = "it is {civil}";
                /// A key is pressed and let go at once.
                Press(key: $key) = "I press {key}";
                /// Time passes.
                Wait(duration: $crate::firmware_core::time::Millis) = "{duration} pass";
                /// The power fails.
                PowerOff() = "the power fails";
                /// The power is back.
                PowerOn() = "the power is back";
                /// A card gets another name.
                Rename(from: $crate::step_value::Quoted, to: $crate::step_value::Quoted) = "I rename card {from} to {to}";
                /// A card is thrown away.
                Discard(card: $crate::step_value::Quoted) = "I throw card {card} away";
                /// A card gets a hole.
                Destroy(card: $crate::step_value::Quoted) = "I punch a hole in card {card}";
                /// A card is lost.
                Lose(card: $crate::step_value::Quoted) = "I lose card {card}";
            }

            /// A step that every site has and that looks whether something is as expected.
            SharedExpectation {
                /// The display is on this screen.
                OnScreen(screen: ScreenName) = "the screen is {screen}";
                /// One of the display's lines reads so, apart from the spaces between its words.
                Shows(words: $crate::step_value::Quoted) = "the display shows {words}";
                /// None of the display's lines reads so.
                ShowsNot(words: $crate::step_value::Quoted) = "the display does not show {words}";
                /// The number of filled steps of the bar, and of all its steps.
                Bar(filled: u32, steps: u32) = "the bar is at {filled} of {steps}";
                /// The card holds this.
                CardHolds(card: $crate::step_value::Quoted, amount: $amount) = "card {card} holds {amount}";
                /// The card has this status.
                CardIs(card: $crate::step_value::Quoted, standing: $status) = "card {card} is {standing}";
                /// There is no such card any more.
                NoCard(card: $crate::step_value::Quoted) = "there is no card {card}";
                /// A clause was behind what happened since the last step that did something.
                RuleApplied(rule: $crate::firmware_core::rule::Rule, applied: $crate::step_value::Applied) = "rule {rule} {applied}";
                /// Accounts of the ledger hold this together.
                Booked(amount: $booked, accounts: $accounts) = "the ledger has {amount} in {accounts}";
                /// The ledger adds up and agrees with cards and devices.
                Balanced() = "the ledger adds up";
                /// The last act was refused, with a sentence that holds these words.
                Refused(words: $crate::step_value::Quoted) = "that is refused: {words}";
                /// The last act was not refused.
                Accepted() = "that is accepted";
            }
        }

        impl SharedAction {
            /// What this step does. `below` is the text below the step.
            ///
            /// # Errors
            /// A sentence that says what is wrong with the text below.
            pub fn moves(&self, below: Option<&str>) -> Result<Vec<$crate::script::Move<$world>>, String> {
                use $crate::script::{Move, saved_moves};
                use $crate::session::Start;
                let act = |act: $act| vec![Move::Act(act)];
                Ok(match self {
                    Self::Opening {} => vec![Move::Begin(Start::Opening)],
                    Self::Bare {} => vec![Move::Begin(Start::Bare)],
                    Self::Kept {} => saved_moves(below)?,
                    Self::HasCardOf { kind, card, amount } => {
                        act($act::Create(*kind, card.0.clone(), $create(*amount)))
                    }
                    Self::Setting { assignment } => act($act::Configure(assignment.index, assignment.value)),
                    Self::Clock { civil } => act($act::SetClock(*civil)),
                    Self::Press { key } => vec![Move::Act($act::Press(*key)), Move::Act($act::Release(*key))],
                    Self::Wait { duration } => vec![Move::Pass(*duration)],
                    Self::PowerOff {} => act($act::PowerOff),
                    Self::PowerOn {} => act($act::PowerOn),
                    Self::Rename { from, to } => act($act::Rename(from.0.clone(), to.0.clone())),
                    Self::Discard { card } => act($act::Discard(card.0.clone())),
                    Self::Destroy { card } => act($act::Destroy(card.0.clone())),
                    Self::Lose { card } => act($act::Lose(card.0.clone())),
                })
            }
        }

        impl $crate::script::SharedSteps for $action {
            fn opening() -> Self {
                Self::Shared(SharedAction::Opening {})
            }

            fn bare() -> Self {
                Self::Shared(SharedAction::Bare {})
            }

            fn kept() -> Self {
                Self::Shared(SharedAction::Kept {})
            }

            fn wait(duration: $crate::firmware_core::time::Millis) -> Self {
                Self::Shared(SharedAction::Wait { duration })
            }
        }

        impl SharedExpectation {
            /// Whether what this step expects is what is seen.
            ///
            /// # Errors
            /// A sentence that says what is seen instead.
            pub fn check(&self, seen: &$observation) -> Result<(), String> {
                use $crate::script::{holds, same, single_spaced};
                use $crate::step_value::LedgerAmount as _;
                let shows = |words: &str| seen.display.contains(&single_spaced(words));
                let display = || format!("the display shows {:?}", seen.display);
                let card = |name: &str| seen.cards.iter().find(|card| card.name == name);
                let known = |name: &str| card(name).ok_or_else(|| format!("there is no card \u{201c}{name}\u{201d}"));
                match self {
                    Self::OnScreen { screen } => same("the screen", screen.0, &seen.screen),
                    Self::Shows { words } => holds(shows(&words.0), display),
                    Self::ShowsNot { words } => holds(!shows(&words.0), display),
                    Self::Bar { filled, steps } => {
                        same("the length of a bar", steps, &u32::from($bar_steps))?;
                        same("the bar", &Some(*filled), &seen.bar.map(u32::from))
                    }
                    Self::CardHolds { card: name, amount } => {
                        same("its balance", &Some(amount.0), &known(&name.0)?.balance)
                    }
                    Self::CardIs { card: name, standing } => {
                        same("the card", standing.word(), &known(&name.0)?.status)
                    }
                    Self::NoCard { card: name } => match card(&name.0) {
                        None => Ok(()),
                        Some(card) => Err(format!("there is one, and it is {}", card.status)),
                    },
                    Self::RuleApplied { rule, applied } => {
                        let found = seen.rules.contains(&rule.to_string());
                        holds(found == applied.0, || format!("the clauses were {}", seen.rules.join(", ")))
                    }
                    Self::Booked { accounts, amount } => {
                        let found = $crate::script::total(accounts, &seen.accounts);
                        let unit = <<$world as $crate::world::World>::Account as $crate::ledger::Account>::UNIT;
                        holds(amount.units() == found, || format!("it is {found} {unit}"))
                    }
                    Self::Balanced {} => same("whether the ledger adds up", &true, &seen.balanced),
                    Self::Refused { words } => {
                        same("whether it was refused", &true, &seen.refused)?;
                        holds(seen.answer.contains(&words.0), || format!("the answer was: {}", seen.answer))
                    }
                    Self::Accepted {} => holds(!seen.refused, || format!("it was refused: {}", seen.answer)),
                }
            }

            /// The step that says the screen, if it is not the one before.
            pub fn screen_change(now: &$observation, before: Option<&$observation>) -> Option<Self> {
                let changed = before.is_none_or(|before| before.screen != now.screen);
                let screen = SCREENS.into_iter().find(|screen| changed && *screen == now.screen)?;
                Some(Self::OnScreen { screen: ScreenName(screen) })
            }

            /// The step that says the refusal, if it is not the one before.
            pub fn refusal_change(now: &$observation, before: Option<&$observation>) -> Option<Self> {
                let changed = now.refused && before.is_none_or(|before| before.answer != now.answer);
                let can_be_quoted = !now.answer.contains('"');
                (changed && can_be_quoted)
                    .then(|| Self::Refused { words: $crate::step_value::Quoted(now.answer.clone()) })
            }

            /// Steps that say what each card holds.
            pub fn balances(seen: &$observation) -> impl Iterator<Item = Self> {
                seen.cards.iter().filter_map(|card| {
                    let amount = $amount(card.balance?);
                    Some(Self::CardHolds { card: $crate::step_value::Quoted(card.name.clone()), amount })
                })
            }
        }
    };
}

/// Matches an act with the step that says it: the arms of the acts that every site has, and after them those of the
/// site. It has no wildcard, so that a new act needs an arm. `SharedAction` and `Assignment` of the site have to be in
/// scope.
#[macro_export]
macro_rules! action_of_act {
    ($value:expr, $act:ident { $($own:tt)* }) => {{
        let quoted = |name: &String| $crate::step_value::Quoted(name.clone());
        match $value {
            $act::PowerOff => Self::Shared(SharedAction::PowerOff {}),
            $act::PowerOn => Self::Shared(SharedAction::PowerOn {}),
            $act::Rename(from, to) => Self::Shared(SharedAction::Rename { from: quoted(from), to: quoted(to) }),
            $act::Discard(card) => Self::Shared(SharedAction::Discard { card: quoted(card) }),
            $act::Destroy(card) => Self::Shared(SharedAction::Destroy { card: quoted(card) }),
            $act::Lose(card) => Self::Shared(SharedAction::Lose { card: quoted(card) }),
            $act::SetClock(civil) => Self::Shared(SharedAction::Clock { civil: *civil }),
            $act::Configure(index, value) => {
                Self::Shared(SharedAction::Setting { assignment: Assignment { index: *index, value: *value } })
            }
            $($own)*
        }
    }};
}
