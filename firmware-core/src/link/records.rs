//! The last lines of an operations log, by number, as the link is asked for them.

use arrayvec::ArrayVec;

use super::{Answer, Linked};

/// The last `N` records of a device, numbered from power-on; the oldest gives way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecordLog<R, const N: usize> {
    /// In the order of `number % N`.
    records: ArrayVec<R, N>,
    next: u32,
}

impl<R: Clone, const N: usize> RecordLog<R, N> {
    /// No record yet; the first will have the number 0.
    pub const fn new() -> Self {
        Self { records: ArrayVec::new_const(), next: 0 }
    }

    /// Notes a record.
    pub fn push(&mut self, record: R) {
        if self.records.is_full() {
            let index = Self::index(self.next);
            self.records[index] = record;
        } else {
            self.records.push(record);
        }
        self.next = self.next.wrapping_add(1);
    }

    /// The record with this number, if it is kept.
    pub fn get(&self, number: u32) -> Option<&R> {
        let age = self.next.wrapping_sub(number);
        let is_kept = (1..=self.kept()).contains(&age);
        is_kept.then(|| &self.records[Self::index(number)])
    }

    /// The answer to the question for the record with this number.
    pub fn answer<D: Linked<Record = R>>(&self, number: u32) -> Answer<D> {
        let first = self.next.wrapping_sub(self.kept());
        Answer::Record { first, next: self.next, record: self.get(number).cloned() }
    }

    fn kept(&self) -> u32 {
        u32::try_from(self.records.len()).unwrap_or(u32::MAX)
    }

    fn index(number: u32) -> usize {
        number as usize % N
    }
}

impl<R: Clone, const N: usize> Default for RecordLog<R, N> {
    fn default() -> Self {
        Self::new()
    }
}
