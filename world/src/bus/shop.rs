//! The web shop: what can be ordered for a card, and what waits for it.

use firmware_core::card::CardId;
use firmware_core::money::Grosz;
use firmware_core::time::Date;
use firmware_core::validator::{Goods, ORDERS_MAX, Order, Orders};
use serde::{Deserialize, Serialize};

/// S3: the least top-up.
pub const TOP_UP_MIN: Grosz = Grosz(500);
/// S3: an order can be fetched on a bus for so many days after it was placed, and at the service point afterwards.
pub const FETCH_DAYS: u16 = 7;
/// S2: the period tickets there are, in days.
pub const PERIOD_DAYS: [u16; 4] = [14, 30, 60, 90];

/// An order that was paid and waits for its card.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Waiting {
    /// The order.
    pub order: Order,
    /// The day on which it was placed.
    pub placed: Date,
}

/// The web shop.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Shop {
    waiting: Vec<Waiting>,
    /// How many orders there have ever been.
    placed: u32,
}

impl Shop {
    /// What waits, oldest first.
    pub fn waiting(&self) -> &[Waiting] {
        &self.waiting
    }

    /// What waits for one card, oldest first.
    pub fn waiting_for(&self, card: CardId) -> impl Iterator<Item = &Waiting> {
        self.waiting.iter().filter(move |waiting| waiting.order.card == card)
    }

    /// S3: whether something of this kind waits for the card already: at most one of each.
    pub fn has_one_waiting(&self, card: CardId, goods: Goods) -> bool {
        let is_purse = |goods: Goods| matches!(goods, Goods::Purse(_));
        self.waiting_for(card).any(|waiting| is_purse(waiting.order.goods) == is_purse(goods))
    }

    /// Takes an order; its number.
    pub fn add(&mut self, card: CardId, goods: Goods, today: Date) -> u32 {
        self.placed += 1;
        let order = Order { id: self.placed, card, goods };
        self.waiting.push(Waiting { order, placed: today });
        order.id
    }

    /// What the buses get: orders that have not become too old, as many as a validator has room for.
    pub fn for_buses(&self, today: Date) -> Orders {
        let is_young = |waiting: &&Waiting| today.0 <= waiting.placed.0.saturating_add(FETCH_DAYS);
        self.waiting.iter().filter(is_young).map(|waiting| waiting.order).take(ORDERS_MAX).collect()
    }

    /// What a card has taken does not wait any more: it names its last orders. Whether that changes anything.
    pub fn hear(&mut self, card: CardId, last_purse_order: u32, last_period_order: u32) -> bool {
        let before = self.waiting.len();
        self.waiting.retain(|Waiting { order, .. }| {
            let last = match order.goods {
                Goods::Purse(_) => last_purse_order,
                Goods::Period(_) => last_period_order,
            };
            order.card != card || order.id > last
        });
        self.waiting.len() != before
    }
}
