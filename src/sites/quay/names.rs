//! The trade's words for what the world is made of: kinds of cards, appliances, accounts, causes, screens, settings.

use firmware_core::card::LogKind;
use firmware_core::setting::Setting;
use world::quay::Quay;
use world::quay::account::{Account, Cause};
use world::quay::marina::Appliance;
use world::quay::wallet::{Issue, QuayCardStatus};
use world::world::World as _;

use crate::texts::{Language, Words, fill, message};

/// A kind of card.
pub const fn issue(kind: Issue) -> Words {
    match kind {
        Issue::User => message::QUAY_KIND_USER,
        Issue::OtherMarina => message::QUAY_KIND_OTHER_MARINA,
        Issue::Foreign => message::QUAY_KIND_FOREIGN,
        Issue::Blocked => message::QUAY_KIND_BLOCKED,
        Issue::Spoilt => message::QUAY_KIND_SPOILT,
    }
}

/// How a card stands.
pub const fn card_status(status: QuayCardStatus) -> Words {
    match status {
        QuayCardStatus::Valid => message::STATUS_VALID,
        QuayCardStatus::Invalid => message::STATUS_INVALID,
        QuayCardStatus::Blocked => message::STATUS_BLOCKED,
        QuayCardStatus::Foreign => message::STATUS_FOREIGN,
        QuayCardStatus::Unreadable => message::STATUS_UNREADABLE,
        QuayCardStatus::Destroyed => message::STATUS_DESTROYED,
        QuayCardStatus::Lost => message::STATUS_LOST,
    }
}

/// How a card is, on its face: one that this marina has not issued says what it is instead.
pub const fn badge(kind: Issue, status: QuayCardStatus) -> Words {
    match (status, kind) {
        (QuayCardStatus::Foreign, Issue::OtherMarina) => message::STATUS_OTHER_MARINA,
        (QuayCardStatus::Foreign, Issue::Foreign) => message::STATUS_NO_MARINA_CARD,
        (status, Issue::User | Issue::OtherMarina | Issue::Foreign | Issue::Blocked | Issue::Spoilt) => {
            card_status(status)
        }
    }
}

/// An operation in a card's log; in English [`operation_word`](world::quay::desk::operation_word).
pub const fn operation(kind: LogKind) -> Words {
    match kind {
        LogKind::Sale => message::QUAY_LOG_SALE,
        LogKind::Reset => message::QUAY_LOG_RESET,
        LogKind::PayOut => message::QUAY_LOG_PAY_OUT,
        LogKind::Load | LogKind::NormalTicket | LogKind::ReducedTicket | LogKind::PeriodRide | LogKind::FreeRide => {
            message::QUAY_LOG_LOAD
        }
        LogKind::Return | LogKind::Exit | LogKind::Order => message::QUAY_LOG_RETURN,
    }
}

/// Something aboard.
pub const fn appliance(appliance: Appliance) -> Words {
    match appliance {
        Appliance::Light => message::APPLIANCE_LIGHT,
        Appliance::Fridge => message::APPLIANCE_FRIDGE,
        Appliance::Dehumidifier => message::APPLIANCE_DEHUMIDIFIER,
        Appliance::Charger => message::APPLIANCE_CHARGER,
        Appliance::Boiler => message::APPLIANCE_BOILER,
        Appliance::Heater => message::APPLIANCE_HEATER,
        Appliance::Kettle => message::APPLIANCE_KETTLE,
    }
}

/// Where value is; a socket is written with its pedestal, `1.2`.
pub fn account(language: Language, account: Account) -> String {
    let (name, number) = match account {
        Account::Sold => (message::QUAY_ACCOUNT_SOLD, None),
        Account::Card(id) => (message::QUAY_ACCOUNT_ON_CARD, Some(id.0.to_string())),
        Account::Frozen(id) => (message::QUAY_ACCOUNT_FROZEN, Some(id.0.to_string())),
        Account::Socket(pedestal, socket) => {
            (message::QUAY_ACCOUNT_ON_SOCKET, Some(format!("{pedestal}.{}", socket.number())))
        }
        Account::Suspense(pedestal, socket) => {
            (message::QUAY_ACCOUNT_SUSPENSE, Some(format!("{pedestal}.{}", socket.number())))
        }
        Account::Consumed => (message::QUAY_ACCOUNT_CONSUMED, None),
        Account::Rounding => (message::QUAY_ACCOUNT_ROUNDING, None),
        Account::Lost => (message::QUAY_ACCOUNT_LOST, None),
        Account::CashOut => (message::QUAY_ACCOUNT_CASH_OUT, None),
    };
    fill(name.in_language(language), &[number.as_deref().unwrap_or_default()])
}

/// Why value moved.
pub const fn cause(cause: Cause) -> Words {
    match cause {
        Cause::Sale => message::QUAY_CAUSE_SALE,
        Cause::Load => message::QUAY_CAUSE_LOAD,
        Cause::Return => message::QUAY_CAUSE_RETURN,
        Cause::Metering => message::QUAY_CAUSE_METERING,
        Cause::GivenBack => message::QUAY_CAUSE_GIVEN_BACK,
        Cause::Tear => message::QUAY_CAUSE_TEAR,
        Cause::Resume => message::QUAY_CAUSE_RESUME,
        Cause::Suspense => message::QUAY_CAUSE_SUSPENSE,
        Cause::Settlement => message::QUAY_CAUSE_SETTLEMENT,
        Cause::Reset => message::QUAY_CAUSE_RESET,
        Cause::Forfeit => message::QUAY_CAUSE_FORFEIT,
        Cause::CardGone => message::QUAY_CAUSE_CARD_GONE,
        Cause::WriteOff => message::QUAY_CAUSE_WRITE_OFF,
        Cause::PayOut => message::QUAY_CAUSE_PAY_OUT,
    }
}

/// A screen of the pedestal, by the name it has in the requirements.
pub fn screen(name: &str) -> Words {
    match name {
        "Welcome" => message::PEDESTAL_SCREEN_WELCOME,
        "ServiceSelect" => message::PEDESTAL_SCREEN_SERVICE_SELECT,
        "Busy" => message::PEDESTAL_SCREEN_BUSY,
        "OutletStatus" => message::PEDESTAL_SCREEN_OUTLET_STATUS,
        "Updating" => message::PEDESTAL_SCREEN_UPDATING,
        "RemoveCard" => message::PEDESTAL_SCREEN_REMOVE_CARD,
        "Interrupted" => message::PEDESTAL_SCREEN_INTERRUPTED,
        "WrongCard" => message::PEDESTAL_SCREEN_WRONG_CARD,
        "OneCardOnly" => message::PEDESTAL_SCREEN_ONE_CARD_ONLY,
        "InvalidCard" => message::PEDESTAL_SCREEN_INVALID_CARD,
        "CreditCheck" => message::PEDESTAL_SCREEN_CREDIT_CHECK,
        _ => message::PEDESTAL_SCREEN_DARK,
    }
}

/// What the settings are called, in the order of [`Quay::all_settings`].
const SETTING_NAMES: [Words; 18] = [
    message::QUAY_SETTING_INACTIVITY,
    message::QUAY_SETTING_STEP,
    message::QUAY_SETTING_HOLD,
    message::QUAY_SETTING_DEAD_ZONE,
    message::QUAY_SETTING_PAUSE,
    message::QUAY_SETTING_UPDATE,
    message::QUAY_SETTING_FINAL_WRITE,
    message::QUAY_SETTING_RECOVERY,
    message::QUAY_SETTING_TEAR_POLICY,
    message::QUAY_SETTING_REMOVE_PROMPT,
    message::QUAY_SETTING_PRICE,
    message::QUAY_SETTING_ONE_SOCKET,
    message::QUAY_SETTING_MEMORY,
    message::SETTING_DEVICE_LANGUAGE,
    message::QUAY_SETTING_DETECT,
    message::QUAY_SETTING_WRITE,
    message::QUAY_SETTING_CONFIRM,
    message::QUAY_SETTING_DESK_HOURS,
];

/// What a setting is called, by its index in [`Quay::all_settings`].
pub const fn setting(index: usize) -> Words {
    SETTING_NAMES[index]
}

/// The setting with this name, as a person reads it; the name itself where there is none.
pub fn setting_named(language: Language, name: &str) -> String {
    let named = |(_, setting): &(usize, &Setting)| setting.name == name;
    match Quay::all_settings().enumerate().find(named) {
        Some((index, _)) => setting(index).in_language(language).to_owned(),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::names;
    use firmware_core::setting::Unit;

    #[test]
    fn every_setting_has_its_own_name() {
        assert_eq!(Quay::all_settings().count(), SETTING_NAMES.len());
        // The order is the one thing the table cannot say by itself.
        let index = |name| Quay::all_settings().position(|setting| setting.name == name);
        assert_eq!(index("pedestal.pause_ms").map(setting), Some(message::QUAY_SETTING_PAUSE));
        assert_eq!(index("pedestal.price_ore_per_kwh").map(setting), Some(message::QUAY_SETTING_PRICE));
        assert_eq!(index("ui.device_lang").map(setting), Some(message::SETTING_DEVICE_LANGUAGE));
        assert_eq!(index("desk.enforce_hours").map(setting), Some(message::QUAY_SETTING_DESK_HOURS));
    }

    #[test]
    fn every_choice_can_be_read_in_every_language() {
        for setting in Quay::all_settings() {
            if let Unit::Choice(choices) = setting.unit {
                for word in choices {
                    for language in Language::ALL {
                        assert!(!names::choice(language, word).is_empty());
                    }
                }
            }
        }
        assert_eq!(names::choice(Language::Polish, "yes"), "tak");
        assert_eq!(names::choice(Language::Polish, "nb"), "Norsk");
    }

    #[test]
    fn every_screen_has_its_words() {
        let known = world::quay::step_value::SCREENS.map(screen);
        for (index, words) in known.iter().enumerate() {
            assert!(
                !known[..index].contains(words),
                "{} is named as another screen",
                world::quay::step_value::SCREENS[index]
            );
        }
    }
}
