//! What a finger, a mouse and a key may do, and what they may not: a swipe scrolls and never pays, a press belongs to
//! what began it, and what cannot be followed any more is cancelled.
//!
//! `cargo xtask test` serves the page and says where in `KERBQUAY_BASE_URL`. Fingers move in real time: how long one
//! rests decides what it means. No pictures are taken on the way: after one the browser takes touches for others on an
//! emulated phone.

use std::time::{Duration, Instant};

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, address, base_url, card_selector};
use acceptance::sample::sample;
use firmware_core::device::Place;
use firmware_core::pedestal::{Key, Socket};
use firmware_core::time::Millis;
use serde::Deserialize;
use serde_json::{Value, json};
use world::bus::Bus;
use world::bus::act::Act as OnBus;
use world::keep;
use world::quay::Quay;
use world::quay::act::Act;

use crate::Outcome;

const PHONE: BrowserOptions = BrowserOptions { languages: "en", window: (390, 844), phone: true, logs_requests: false };
/// Of the swipes that are random, so many are made in all.
const SWIPES: usize = 200;
/// How long a finger rests on a card before that is a long press.
const REST_MS: u64 = 300;

/// A list that has not moved for this number of frames has come to rest.
const FRAMES_AT_REST: u32 = 6;
const TWO_FRAMES: &str =
    "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => done(null)))";

/// What a finger can touch in the wallet, as it is scrolled.
#[derive(Debug, Deserialize)]
struct Sheet {
    /// Cards, in pixels from the left, the top, the left and the top.
    cards: Vec<[i32; 4]>,
    /// The grips of cards, where nothing is scrolled.
    grips: Vec<[i32; 4]>,
    /// What takes cards.
    targets: Vec<[i32; 4]>,
    up: bool,
    top: i32,
    /// The largest that `top` can be.
    end: i32,
    carried: bool,
    dragging: bool,
    /// What is stored: every act is in it.
    stored: Option<String>,
}

const LOOK: &str = "const [key] = arguments;
    const sheet = document.querySelector('.sheet');
    const body = sheet.querySelector('.panel-body');
    const view = body.getBoundingClientRect();
    const [ceiling, floor] = [Math.max(0, view.top), Math.min(innerHeight, view.bottom)];
    // The whole pixels that lie in it: those are where fingers go.
    const whole = ({ left, top, right, bottom }) =>
        [Math.ceil(left), Math.ceil(top), Math.floor(right), Math.floor(bottom)];
    const inside = (one) => {
        const { left, top, right, bottom } = one.getBoundingClientRect();
        return whole({ left, right, top: Math.max(top, ceiling), bottom: Math.min(bottom, floor) });
    };
    const all = (css) => Array.from(document.querySelectorAll(css)).filter((one) => one.checkVisibility());
    const seen = (css) => all(css).map(inside).filter(([, top, , bottom]) => bottom - top > 8);
    return {
        cards: seen('.sheet .card'),
        grips: seen('.sheet .card-grip'),
        targets: all('[data-target]').map((one) => whole(one.getBoundingClientRect())),
        up: sheet.dataset.sheet === 'up',
        top: Math.round(body.scrollTop),
        end: body.scrollHeight - body.clientHeight,
        carried: document.querySelector('.ghost').dataset.carried === 'true',
        dragging: document.querySelector('main').dataset.dragging === 'true',
        stored: localStorage.getItem(key),
    };";

/// Fingers, a mouse and a keyboard at a page.
struct Hands<W: SiteWithPage> {
    page: Page<W>,
    /// The fingers that are down: their numbers, and where they are.
    fingers: Vec<(u32, (i32, i32))>,
    /// The key under which the page keeps its session.
    kept_as: &'static str,
}

impl Hands<Quay> {
    fn at_the_quay(options: &BrowserOptions) -> Result<Self, String> {
        Self::opens(options, "", "kerb-and-quay.session")
    }

    /// 30 kr are on socket 2 and 70 on the card, which stands in the holder; the display shows the socket's status. Its
    /// button means a step when it is let go of now, and a return when it is held.
    fn at_the_status_of_socket_2(options: &BrowserOptions) -> Result<Self, String> {
        let hands = Self::at_the_quay(options)?;
        let present = format!("{} [data-do=\"present\"]", card_selector("My card"));
        hands.page.click(&present)?;
        for _ in 0..4 {
            hands.page.click(KEY_2)?;
        }
        hands.page.click("[data-key=\"enter\"]")?;
        hands.page.pass(Millis(6_000))?;
        hands.page.click("[data-do=\"take\"]")?;
        hands.page.click(&present)?;
        hands.page.click(KEY_2)?;
        hands.sees(SCREEN, "OutletStatus")?;
        hands.sees(BALANCE, "7000")?;
        Ok(hands)
    }

    /// Nothing is held down, nothing is staged, and no money moves however long one waits.
    fn nothing_moves(&self) -> Outcome {
        self.sees(KEY_IS_DOWN, "false")?;
        for ms in [1_000, 4_000, 6_000, 10_000] {
            self.page.pass(Millis(ms))?;
            self.sees(BALANCE, "7000")?;
        }
        self.sees("document.querySelector('[data-key=\"2\"]').dataset.lit", "true")?;
        self.sees(SCREEN, "Welcome")
    }
}

impl Hands<Bus> {
    fn on_the_bus(options: &BrowserOptions, face: &str) -> Result<Self, String> {
        let hands = Self::opens(options, "bus/", "kerb-and-quay.bus.session")?;
        hands.page.click(&format!("[data-face-choice=\"{face}\"]"))?;
        hands.page.chromium().evaluate::<()>("scrollTo(0, 0)", Vec::new())?;
        Ok(hands)
    }
}

const KEY_2: &str = "[data-key=\"2\"]";
const KEY_IS_DOWN: &str = "document.querySelector('[data-key=\"2\"]').dataset.down";
const SCREEN: &str = "document.querySelector('#display').dataset.screen";
const BALANCE: &str = "document.querySelector('[data-card-name=\"My card\"]').dataset.balance";
const CARRIED: &str = "document.querySelector('.ghost').dataset.carried";
const SHEET: &str = "document.querySelector('.sheet').dataset.sheet";
const SHEET_BODY: &str = "document.querySelector('.sheet > .panel-body')";

impl<W: SiteWithPage> Hands<W> {
    fn opens(options: &BrowserOptions, path: &str, kept_as: &'static str) -> Result<Self, String> {
        let base = base_url()?;
        let chromium = Chromium::from_pool(Driver::shared()?, options)?;
        let page = Page::open(chromium, &address(&format!("{base}{path}"), MANUAL_CLOCK))?;
        Ok(Self { page, fingers: Vec::new(), kept_as })
    }

    fn looks(&self) -> Result<Sheet, String> {
        self.page.chromium().evaluate(LOOK, vec![json!(self.kept_as)])
    }

    fn sees(&self, script: &str, expected: &str) -> Outcome {
        until(|| {
            let seen: String = self.page.chromium().evaluate(&format!("return String({script})"), Vec::new())?;
            if seen == expected { Ok(()) } else { Err(format!("{script} is {seen:?}, not {expected:?}")) }
        })
    }

    /// Everything that anybody did.
    fn acts(&self) -> Result<Vec<W::Act>, String> {
        let stored: Option<String> =
            self.page.chromium().evaluate("return localStorage.getItem(arguments[0])", vec![json!(self.kept_as)])?;
        let Some(stored) = stored else { return Ok(Vec::new()) };
        let session = keep::running_session_from_text::<W>(&stored).map_err(|broken| broken.to_string())?;
        Ok(session.deeds().map(|(_, act)| act.clone()).collect())
    }

    /// The same, once there are more than so many.
    fn acts_after(&self, count: usize) -> Result<Vec<W::Act>, String> {
        until(|| {
            let acts = self.acts()?;
            if acts.len() > count { Ok(acts) } else { Err(format!("nothing was done after {:?}", acts.last())) }
        })
        .map(|mut acts| acts.split_off(count))
    }

    // Fingers

    fn touch(&self, kind: &str) -> Outcome {
        let points: Vec<Value> = self.fingers.iter().map(|(id, (x, y))| json!({ "x": x, "y": y, "id": id })).collect();
        self.page.chromium().send("Input.dispatchTouchEvent", &json!({ "type": kind, "touchPoints": points })).map(drop)
    }

    fn puts_finger(&mut self, id: u32, at: (i32, i32)) -> Outcome {
        self.fingers.push((id, at));
        self.touch("touchStart")
    }

    fn moves_finger(&mut self, id: u32, to: (i32, i32)) -> Outcome {
        for (_, at) in self.fingers.iter_mut().filter(|(finger, _)| *finger == id) {
            *at = to;
        }
        self.touch("touchMove")
    }

    /// Lifts one finger; the others stay.
    fn lifts_finger(&mut self, id: u32) -> Outcome {
        let (lifted, stay) = self.fingers.iter().partition(|(finger, _)| *finger == id);
        self.fingers = lifted;
        self.touch("touchEnd")?;
        self.fingers = stay;
        Ok(())
    }

    /// The browser takes the fingers for something else.
    fn loses_fingers(&mut self) -> Outcome {
        self.fingers.clear();
        self.touch("touchCancel")
    }

    fn taps(&mut self, css: &str) -> Outcome {
        let at = self.page.centre(css)?;
        self.puts_finger(1, at)?;
        self.lifts_finger(1)
    }

    /// Draws a finger from one point to another in so many milliseconds, after it has rested, and leaves it there.
    fn draws(&mut self, from: (i32, i32), to: (i32, i32), rest_ms: u64, ms: u64) -> Outcome {
        self.draws_along(from, to, rest_ms, ms, None)
    }

    /// The same, with a pause on the way: after so many of a thousand parts of it, so many milliseconds.
    fn draws_along(
        &mut self,
        from: (i32, i32),
        to: (i32, i32),
        rest_ms: u64,
        ms: u64,
        pause: Option<(u64, u64)>,
    ) -> Outcome {
        let begun = Instant::now();
        self.puts_finger(1, from)?;
        let steps = (ms / 24).clamp(4, 40);
        let mut waits_ms = rest_ms;
        for step in 1..=steps {
            if let Some((_, pause_ms)) = pause.filter(|(after, _)| after * steps / 1000 == step) {
                waits_ms += pause_ms;
            }
            wait(begun, waits_ms + ms * step / steps)?;
            let part = |from: i32, to: i32| {
                let way = i64::from(to - from) * i64::try_from(step).unwrap_or(0) / i64::try_from(steps).unwrap_or(1);
                from + i32::try_from(way).unwrap_or(0)
            };
            self.moves_finger(1, (part(from.0, to.0), part(from.1, to.1)))?;
        }
        Ok(())
    }

    /// Taps the sheet up or down by its handle. A list that still moves takes the first tap for itself.
    fn has_sheet(&mut self, up: bool) -> Outcome {
        let mut tapped = None::<Instant>;
        until(|| {
            if self.looks()?.up == up {
                return Ok(());
            }
            if tapped.is_none_or(|tapped| tapped.elapsed() > Duration::from_secs(1)) {
                self.taps(".sheet > summary")?;
                tapped = Some(Instant::now());
            }
            Err("the sheet does not obey".to_owned())
        })
    }

    /// Looks once the list has come to rest.
    /// The same, once the list has stayed where it is for some frames: while it glides on after a swipe, the browser
    /// takes a touch for a stop, not for a tap, and a busy machine draws a frame late.
    fn looks_at_rest(&self) -> Result<Sheet, String> {
        let mut frames_at_rest = 0;
        let mut before = self.looks()?;
        until(|| {
            self.page.chromium().evaluate_async::<()>(TWO_FRAMES, Vec::new())?;
            let now = self.looks()?;
            frames_at_rest = if now.top == before.top { frames_at_rest + 2 } else { 0 };
            before = now;
            if frames_at_rest < FRAMES_AT_REST { Err("the list never comes to rest".to_owned()) } else { Ok(()) }
        })?;
        Ok(before)
    }

    // Mouse and keyboard

    /// What the mouse does at a point, with these of its buttons down (1 is the primary one, 2 the secondary one).
    fn mouse(&self, kind: &str, (x, y): (i32, i32), button: &str, buttons: u32) -> Outcome {
        let event = json!({ "type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1 });
        self.page.chromium().send("Input.dispatchMouseEvent", &event).map(drop)
    }

    /// What happens to a key of the keyboard; modifiers are numbered as the browser's own line has them: 1 is Alt, 2
    /// Control, 4 Meta.
    fn key(&self, kind: &str, key: &str, modifiers: u32) -> Outcome {
        let (code, number) = match key {
            " " => ("Space", 32),
            "Enter" => ("Enter", 13),
            "Meta" => ("MetaLeft", 91),
            "Control" => ("ControlLeft", 17),
            "Shift" => ("ShiftLeft", 16),
            "Alt" => ("AltLeft", 18),
            "Tab" => ("Tab", 9),
            other => return Err(format!("these hands know no key {other}")),
        };
        let event = json!({
            "type": kind, "key": key, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers
        });
        self.page.chromium().send("Input.dispatchKeyEvent", &event).map(drop)
    }

    fn attends_to(&self, css: &str) -> Outcome {
        self.page.chromium().evaluate::<()>("document.querySelector(arguments[0]).focus()", vec![json!(css)])
    }

    /// The window loses the attention.
    fn looks_away(&self) -> Outcome {
        self.page.chromium().evaluate::<()>("dispatchEvent(new Event('blur'))", Vec::new())
    }
}

/// Waits until so many milliseconds have passed.
fn wait(begun: Instant, ms: u64) -> Outcome {
    let due = Duration::from_millis(ms);
    until(|| if begun.elapsed() >= due { Ok(()) } else { Err("time stands still".to_owned()) })
}

/// Numbers that look random and are the same each time (splitmix64).
struct Random(u64);

impl Random {
    /// Those of one case of one test.
    fn of(test: u64, case: usize) -> Self {
        Self(test << 32 | case as u64)
    }

    /// A number from `from` to `to`, both included.
    fn between(&mut self, from: i32, to: i32) -> i32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        let mixed = (mixed ^ mixed >> 31) >> 1;
        let span = u64::try_from(i64::from(to) - i64::from(from)).unwrap_or(0) + 1;
        from + i32::try_from(mixed % span).unwrap_or(0)
    }

    fn ms(&mut self, from: i32, to: i32) -> u64 {
        u64::try_from(self.between(from, to)).unwrap_or(0)
    }

    /// A point in one of these places, but in none of those.
    fn point(&mut self, places: &[[i32; 4]], but: &[[i32; 4]]) -> Result<(i32, i32), String> {
        for _ in 0..1_000 {
            let last = i32::try_from(places.len()).unwrap_or(0) - 1;
            let place = places.get(usize::try_from(self.between(0, last.max(0))).unwrap_or(0)).ok_or("no place")?;
            let [left, top, right, bottom] = *place;
            let at = (self.between(left + 1, right - 2), self.between(top + 1, bottom - 2));
            if !but.iter().any(|place| is_in(*place, at)) {
                return Ok(at);
            }
        }
        Err(format!("there is no point in {places:?} beside {but:?}"))
    }
}

fn is_in([left, top, right, bottom]: [i32; 4], (x, y): (i32, i32)) -> bool {
    (left..=right).contains(&x) && (top..=bottom).contains(&y)
}

// Swipes

#[test]
fn swiping_up_and_down_over_the_wallet_of_the_quay_scrolls_and_does_nothing() -> Outcome {
    swipe_up_and_down(&mut Hands::at_the_quay(&PHONE)?, 1)
}

#[test]
fn swiping_up_and_down_over_the_wallet_at_the_old_validator_scrolls_and_does_nothing() -> Outcome {
    swipe_up_and_down(&mut Hands::on_the_bus(&PHONE, "keys")?, 2)
}

#[test]
fn swiping_up_and_down_over_the_wallet_at_the_new_validator_scrolls_and_does_nothing() -> Outcome {
    swipe_up_and_down(&mut Hands::on_the_bus(&PHONE, "touch")?, 3)
}

fn swipe_up_and_down<W: SiteWithPage>(hands: &mut Hands<W>, test: u64) -> Outcome {
    let mut scrolled = 0;
    for case in sample(&format!("vertical swipes, test {test}"), SWIPES) {
        let random = &mut Random::of(test, case);
        // Two of three in the wallet that is drawn up, where there is something to scroll.
        let up = case % 3 != 0;
        hands.has_sheet(up)?;
        let before = hands.looks_at_rest()?;
        let from = random.point(&before.cards, &before.grips)?;
        let goes_up = random.between(0, 1) == 0;
        let room = if goes_up { from.1 - 6 } else { 838 - from.1 };
        let length = random.between(120, 560).min(room);
        // As far aside as 58 degrees off the vertical allow: 8/5 is their tangent.
        let aside = random.between(-length * 8 / 5, length * 8 / 5);
        let to = ((from.0 + aside).clamp(4, 386), if goes_up { from.1 - length } else { from.1 + length });
        let way = f64::from(length).hypot(f64::from(to.0 - from.0));
        if way < 60.0 {
            continue;
        }
        let ms = random.ms(90, 1_900);
        // A finger that creeps is one that rests.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a way across a phone, in pixels")]
        let ms = ms.min(way as u64 * 8);
        let pause = (random.between(0, 3) == 0).then(|| (random.ms(300, 900), random.ms(100, 900)));
        hands.draws_along(from, to, 0, ms, pause)?;
        hands.lifts_finger(1)?;
        let after = hands.looks_at_rest()?;
        let told = format!("swipe {case}, sheet up: {up}, {from:?} to {to:?} in {ms} ms, pause {pause:?}");
        if after.stored != before.stored {
            return Err(format!("{told}: something was done: {:?}", hands.acts()?.last()));
        }
        if after.carried || after.dragging {
            return Err(format!("{told}: a card is carried"));
        }
        if !up {
            if after.up != goes_up {
                return Err(format!("{told}: the sheet is up: {}", after.up));
            }
            continue;
        }
        if !after.up {
            return Err(format!("{told}: the sheet was closed"));
        }
        let (way, room) = if goes_up {
            (after.top - before.top, before.end - before.top)
        } else {
            (before.top - after.top, before.top)
        };
        // The position of a list is a fraction of a pixel: rounded, one that stays may differ by one.
        let least = if room > 1 { room.min(length) / 3 } else { -1 };
        if way < least {
            return Err(format!("{told}: it was scrolled by {way}, where there was room for {room}"));
        }
        scrolled += i32::from(way > 0);
    }
    if scrolled > 0 { Ok(()) } else { Err("nothing was ever scrolled".to_owned()) }
}

#[test]
fn swiping_sideways_over_the_wallet_of_the_quay_presents_a_card_in_the_holder_or_nowhere() -> Outcome {
    swipe_sideways(&mut Hands::at_the_quay(&PHONE)?, 4)
}

#[test]
fn swiping_sideways_over_the_wallet_at_the_old_validator_presents_a_card_there_or_nowhere() -> Outcome {
    swipe_sideways(&mut Hands::on_the_bus(&PHONE, "keys")?, 5)
}

#[test]
fn swiping_sideways_over_the_wallet_at_the_new_validator_presents_a_card_there_or_nowhere() -> Outcome {
    swipe_sideways(&mut Hands::on_the_bus(&PHONE, "touch")?, 6)
}

fn swipe_sideways<W: SiteWithPage>(hands: &mut Hands<W>, test: u64) -> Outcome {
    let (mut hits, mut misses) = (0, 0);
    for case in sample(&format!("sideways swipes, test {test}"), SWIPES) {
        let random = &mut Random::of(test, case);
        hands.has_sheet(random.between(0, 3) != 0)?;
        let before = hands.looks_at_rest()?;
        let from = random.point(&before.cards, &before.grips)?;
        // Every second one is aimed at a target, if one can be reached within 28 degrees of the horizontal: 8/15 is
        // their tangent.
        let is_flat = |to: (i32, i32)| {
            let across = (to.0 - from.0).abs();
            across >= 60 && (to.1 - from.1).abs() * 15 <= across * 8
        };
        let is_aimed = random.between(0, 1) == 0;
        let aimed = random.point(&before.targets, &[]).ok().filter(|to| is_aimed && is_flat(*to));
        let to = if let Some(to) = aimed {
            to
        } else {
            let x = if from.0 > 195 { random.between(4, from.0 - 60) } else { random.between(from.0 + 60, 386) };
            let most = (x - from.0).abs() * 8 / 15;
            (x, (from.1 + random.between(-most, most)).clamp(4, 840))
        };
        if !is_flat(to) {
            continue;
        }
        let ms = random.ms(90, 1_200);
        hands.draws(from, to, 0, ms)?;
        let on_the_way = hands.looks()?;
        let told = format!("swipe {case}, {from:?} to {to:?} in {ms} ms");
        if on_the_way.stored != before.stored {
            return Err(format!("{told}: something was done on the way: {:?}", hands.acts()?.last()));
        }
        let is_target = on_the_way.dragging && on_the_way.targets.iter().any(|target| is_in(*target, to));
        hands.lifts_finger(1)?;
        let after = hands.looks()?;
        let has_acted = after.stored != before.stored;
        if has_acted != is_target {
            let act = hands.acts()?;
            return Err(format!("{told}: it ended on a target: {is_target}; the last act is {:?}", act.last()));
        }
        if after.carried {
            return Err(format!("{told}: a card is still carried"));
        }
        if !has_acted {
            misses += 1;
            continue;
        }
        hits += 1;
        for css in
            ["[data-holder] [data-do=\"take\"]", "[data-here=\"true\"] :is([data-do=\"take\"], [data-do=\"take-out\"])"]
        {
            if hands.page.chromium().find(css)?.is_some() {
                hands.page.click(css)?;
            }
        }
    }
    if misses > 0 && hits + misses > 5 { Ok(()) } else { Err(format!("{hits} hits and {misses} misses are no test")) }
}

// What drags

#[test]
fn a_finger_drags_a_card_by_its_grip_in_every_direction() -> Outcome {
    let mut hands = Hands::at_the_quay(&PHONE)?;
    hands.has_sheet(true)?;
    let grip = format!("{} .card-grip", card_selector("My card"));
    let size: (i32, i32) = hands.page.chromium().evaluate(
        "const { width, height } = document.querySelector(arguments[0]).getBoundingClientRect();
         return [Math.round(width), Math.round(height)];",
        vec![json!(grip)],
    )?;
    if size.0 < 44 || size.1 < 44 {
        return Err(format!("the grip is {} x {} pixels, too small for a finger", size.0, size.1));
    }
    let from = hands.page.centre(&grip)?;
    // Straight up, where everything else would scroll.
    hands.draws(from, (from.0, from.1 - 90), 0, 200)?;
    hands.sees(CARRIED, "true")?;
    hands.sees(SHEET, "down")?;
    let to = hands.page.centre("[data-holder]")?;
    hands.moves_finger(1, to)?;
    hands.sees("document.querySelector('[data-holder]').hasAttribute('data-under-card')", "true")?;
    hands.lifts_finger(1)?;
    hands.sees("document.querySelector('[data-holder]').dataset.card", "My card")?;
    hands.sees(CARRIED, "false")?;
    // Its pocket is empty now: there is nothing to take hold of.
    hands.has_sheet(true)?;
    hands.sees(&format!("document.querySelector('{grip}').checkVisibility()"), "false")
}

#[test]
fn a_long_press_lifts_a_card_and_the_list_stays_where_it_is() -> Outcome {
    let mut hands = Hands::at_the_quay(&PHONE)?;
    hands.has_sheet(true)?;
    let from = hands.page.centre(&format!("{} h3", card_selector("Guest card")))?;
    hands.puts_finger(1, from)?;
    hands.sees(CARRIED, "true")?;
    // Straight up: the browser would have scrolled.
    for step in 1..=10 {
        hands.moves_finger(1, (from.0, from.1 - 20 * step))?;
    }
    hands.sees(CARRIED, "true")?;
    hands.sees(&format!("Math.round({SHEET_BODY}.scrollTop)"), "0")?;
    let to = hands.page.centre("[data-holder]")?;
    hands.moves_finger(1, to)?;
    hands.lifts_finger(1)?;
    hands.sees("document.querySelector('[data-holder]').dataset.card", "Guest card")
}

#[test]
fn a_card_that_is_only_lifted_and_put_down_again_does_nothing() -> Outcome {
    let mut hands = Hands::on_the_bus(&PHONE, "keys")?;
    hands.has_sheet(true)?;
    let before = hands.acts()?.len();
    // The sheet goes down, and what is under the finger then is the reader: nobody has carried the card there.
    let spot = hands.page.centre("[data-target=\"keys-front\"]")?;
    let begun = Instant::now();
    hands.puts_finger(1, spot)?;
    hands.sees(CARRIED, "true")?;
    wait(begun, 3 * REST_MS)?;
    hands.lifts_finger(1)?;
    hands.sees(CARRIED, "false")?;
    // Whoever did nothing has the wallet as it was.
    hands.sees(SHEET, "up")?;
    match hands.acts()?.len() {
        after if after == before => Ok(()),
        _ => Err(format!("something was done: {:?}", hands.acts()?.last())),
    }
}

#[test]
fn a_card_that_is_carried_over_the_reader_is_charged_only_where_it_rests() -> Outcome {
    for face in ["keys", "touch"] {
        let mut hands = Hands::on_the_bus(&PHONE, face)?;
        let before = hands.acts()?.len();
        hands.has_sheet(true)?;
        let from = hands.page.centre(&format!("{} .card-grip", card_selector("Anna")))?;
        let (x, y) = hands.page.centre(&format!("[data-target=\"{face}-front\"]"))?;
        // Across it, and out again.
        hands.draws(from, (x, y), 0, 300)?;
        hands.moves_finger(1, (x, y - 40))?;
        hands.moves_finger(1, (x, 20))?;
        hands.lifts_finger(1)?;
        hands.sees(CARRIED, "false")?;
        if hands.acts()?.len() != before {
            return Err(format!("{face}: a card that passes is charged: {:?}", hands.acts()?.last()));
        }
        // It rests there as long as the finger holds it there.
        hands.has_sheet(true)?;
        hands.draws(from, (x, y), 0, 300)?;
        hands.sees("document.querySelector('[data-held]') !== null", "true")?;
        hands.moves_finger(1, (x, 20))?;
        let acts = hands.acts_after(before + 1)?;
        let all = hands.acts()?;
        if all[before..] != [OnBus::Present(Place::Front, "Anna".to_owned()), OnBus::Take(Place::Front)] {
            return Err(format!("{face}: {all:?} was done, {acts:?} at last"));
        }
        hands.lifts_finger(1)?;
        // It is dropped there without having rested: held as by a tap.
        hands.has_sheet(true)?;
        hands.draws(from, (x, y), 0, 300)?;
        hands.lifts_finger(1)?;
        hands.sees("document.querySelector('[data-held-for]').textContent", "Card held 1.00 s")?;
        // A finger that the browser takes away leaves no card behind.
        hands.has_sheet(true)?;
        hands.draws(from, (x, y), 0, 300)?;
        hands.sees("document.querySelector('[data-held]') !== null", "true")?;
        hands.loses_fingers()?;
        hands.sees("document.querySelector('[data-held]') === null", "true")?;
        hands.sees(CARRIED, "false")?;
    }
    Ok(())
}

#[test]
fn the_arrow_beside_a_card_holds_it_as_long_as_a_finger_that_does_not_scroll() -> Outcome {
    let mut hands = Hands::on_the_bus(&PHONE, "keys")?;
    let arrow = format!("{} [data-do=\"hold\"]", card_selector("Anna"));
    hands.has_sheet(true)?;
    let at = hands.page.centre(&arrow)?;
    let before = hands.acts()?.len();
    hands.draws(at, (at.0, at.1 - 200), 0, 200)?;
    hands.lifts_finger(1)?;
    hands.sees(&format!("{SHEET_BODY}.scrollTop > 0"), "true")?;
    if hands.acts()?.len() != before {
        return Err(format!("a swipe was a press: {:?}", hands.acts()?.last()));
    }
    // A touch is a tap.
    hands.looks_at_rest()?;
    let at = hands.page.centre_in_view(&arrow)?;
    hands.puts_finger(1, at)?;
    hands.lifts_finger(1)?;
    hands.sees("document.querySelector('[data-held-for]').textContent", "Card held 1.00 s")?;
    hands.has_sheet(true)?;
    let at = hands.page.centre_in_view(&arrow)?;
    hands.puts_finger(1, at)?;
    hands.sees("document.querySelector('[data-held]') !== null", "true")?;
    // The browser would have scrolled.
    for step in 1..=6 {
        hands.moves_finger(1, (at.0, at.1 - 20 * step))?;
    }
    hands.page.pass(Millis(700))?;
    hands.sees("document.querySelector('[data-held]').textContent", "0.7 s")?;
    hands.lifts_finger(1)?;
    hands.sees("document.querySelector('[data-held-for]').textContent", "Card held 0.70 s")
}

#[test]
fn another_finger_does_not_take_the_card_from_the_first_one() -> Outcome {
    let mut hands = Hands::at_the_quay(&PHONE)?;
    hands.has_sheet(true)?;
    let from = hands.page.centre(&format!("{} .card-grip", card_selector("My card")))?;
    hands.draws(from, (from.0 + 60, from.1 - 60), 0, 200)?;
    hands.sees(CARRIED, "true")?;
    hands.puts_finger(2, (200, 60))?;
    hands.moves_finger(2, (240, 90))?;
    hands.lifts_finger(2)?;
    hands.sees(CARRIED, "true")?;
    let to = hands.page.centre("[data-holder]")?;
    hands.moves_finger(1, to)?;
    hands.lifts_finger(1)?;
    hands.sees("document.querySelector('[data-holder]').dataset.card", "My card")
}

#[test]
fn a_mouse_lets_go_of_a_card_with_its_button_even_if_nobody_has_told_that() -> Outcome {
    let hands = Hands::at_the_quay(&BrowserOptions::default())?;
    let face = format!("{} .card-face", card_selector("My card"));
    let (x, y) = hands.page.centre_in_view(&face)?;
    let holder = hands.page.centre("[data-holder]")?;
    let drags = || -> Outcome {
        hands.mouse("mousePressed", (x, y), "left", 1)?;
        hands.mouse("mouseMoved", (x - 40, y + 40), "none", 1)?;
        hands.mouse("mouseMoved", (x - 80, y + 60), "none", 1)?;
        hands.sees(CARRIED, "true")
    };
    drags()?;
    hands.mouse("mouseMoved", (x - 90, y + 60), "none", 0)?;
    hands.sees(CARRIED, "false")?;
    hands.mouse("mouseMoved", holder, "none", 0)?;
    hands.page.chromium().click_at(holder.0, holder.1)?;
    hands.sees("document.querySelector('[data-holder]').dataset.card", "")?;
    drags()?;
    hands.looks_away()?;
    hands.sees(CARRIED, "false")?;
    hands.mouse("mouseReleased", holder, "left", 0)?;
    hands.sees("document.querySelector('[data-holder]').dataset.card", "")?;
    match hands.acts()? {
        acts if acts.is_empty() => Ok(()),
        acts => Err(format!("something was done: {acts:?}")),
    }
}

// What presses

#[test]
fn another_finger_on_the_same_key_neither_ends_the_hold_nor_begins_one() -> Outcome {
    let mut hands = Hands::at_the_status_of_socket_2(&PHONE)?;
    let (x, y) = hands.page.centre(KEY_2)?;
    hands.puts_finger(1, (x, y))?;
    hands.page.pass(Millis(1_200))?;
    hands.puts_finger(2, (x + 6, y + 6))?;
    hands.lifts_finger(2)?;
    hands.sees(KEY_IS_DOWN, "true")?;
    hands.page.pass(Millis(3_800))?;
    hands.lifts_finger(1)?;
    hands.sees(KEY_IS_DOWN, "false")?;
    hands.page.pass(Millis(3_000))?;
    hands.sees(SCREEN, "Updating")?;
    hands.page.pass(Millis(5_000))?;
    hands.sees(BALANCE, "10000")
}

#[test]
fn the_first_finger_may_leave_two_keys_in_any_order() -> Outcome {
    let mut hands = Hands::at_the_quay(&PHONE)?;
    let [one, two] = ["1", "2"].map(|key| hands.page.centre(&format!("[data-key=\"{key}\"]")));
    hands.puts_finger(1, one?)?;
    hands.puts_finger(2, two?)?;
    hands.sees(KEY_IS_DOWN, "true")?;
    hands.lifts_finger(1)?;
    hands.sees("document.querySelector('[data-key=\"1\"]').dataset.down", "false")?;
    hands.sees(KEY_IS_DOWN, "true")?;
    hands.lifts_finger(2)?;
    hands.sees(KEY_IS_DOWN, "false")?;
    let [one, two] = [Socket::One, Socket::Two].map(Key::Socket);
    match hands.acts()? {
        acts if acts == [Act::Press(one), Act::Press(two), Act::Release(one), Act::Release(two)] => Ok(()),
        acts => Err(format!("{acts:?}")),
    }
}

#[test]
fn a_finger_that_the_browser_takes_away_moves_no_money() -> Outcome {
    let mut hands = Hands::at_the_status_of_socket_2(&PHONE)?;
    let at = hands.page.centre(KEY_2)?;
    hands.puts_finger(1, at)?;
    hands.sees(KEY_IS_DOWN, "true")?;
    hands.page.pass(Millis(2_000))?;
    hands.loses_fingers()?;
    // Neither did the person let go too early.
    hands.sees("document.querySelector('[data-early]').textContent", "")?;
    hands.nothing_moves()
}

#[test]
fn a_finger_whose_capture_is_lost_moves_no_money() -> Outcome {
    let mut hands = Hands::at_the_status_of_socket_2(&PHONE)?;
    let at = hands.page.centre(KEY_2)?;
    let note = "addEventListener('pointerdown', (event) => { window.lastDown = event.pointerId; }, true)";
    hands.page.chromium().evaluate::<()>(note, Vec::new())?;
    hands.puts_finger(1, at)?;
    // From the first movement on it is captured.
    hands.moves_finger(1, (at.0 + 18, at.1 + 2))?;
    hands.sees(KEY_IS_DOWN, "true")?;
    let lose = "document.querySelector(arguments[0]).releasePointerCapture(window.lastDown)";
    hands.page.chromium().evaluate::<()>(lose, vec![json!(KEY_2)])?;
    // The browser tells that with the next movement.
    hands.moves_finger(1, (at.0 + 24, at.1 + 2))?;
    hands.sees(KEY_IS_DOWN, "false")?;
    hands.lifts_finger(1)?;
    hands.nothing_moves()
}

#[test]
fn a_window_that_loses_the_attention_cancels_what_is_held() -> Outcome {
    let hands = Hands::at_the_status_of_socket_2(&BrowserOptions::default())?;
    let at = hands.page.centre_in_view(KEY_2)?;
    hands.mouse("mousePressed", at, "left", 1)?;
    hands.sees(KEY_IS_DOWN, "true")?;
    hands.looks_away()?;
    hands.sees(KEY_IS_DOWN, "false")?;
    let before = hands.acts()?.len();
    hands.mouse("mouseReleased", at, "left", 0)?;
    if hands.acts()?.len() != before {
        return Err(format!("what was cancelled has ended once more: {:?}", hands.acts()?.last()));
    }
    hands.nothing_moves()
}

#[test]
fn a_key_that_loses_the_attention_while_the_keyboard_holds_it_moves_no_money() -> Outcome {
    let hands = Hands::at_the_status_of_socket_2(&BrowserOptions::default())?;
    hands.attends_to(KEY_2)?;
    hands.key("rawKeyDown", " ", 0)?;
    hands.sees(KEY_IS_DOWN, "true")?;
    hands.key("rawKeyDown", "Tab", 0)?;
    hands.key("keyUp", "Tab", 0)?;
    hands.sees(KEY_IS_DOWN, "false")?;
    hands.key("keyUp", " ", 0)?;
    hands.nothing_moves()
}

#[test]
fn a_movement_without_the_button_cancels_a_press_whose_release_was_missed() -> Outcome {
    let hands = Hands::at_the_status_of_socket_2(&BrowserOptions::default())?;
    let (x, y) = hands.page.centre_in_view(KEY_2)?;
    hands.mouse("mousePressed", (x, y), "left", 1)?;
    hands.sees(KEY_IS_DOWN, "true")?;
    hands.mouse("mouseMoved", (x + 2, y), "none", 0)?;
    hands.sees(KEY_IS_DOWN, "false")?;
    hands.nothing_moves()
}

#[test]
fn other_buttons_of_the_mouse_neither_begin_nor_end_a_press() -> Outcome {
    let hands = Hands::at_the_quay(&BrowserOptions::default())?;
    let at = hands.page.centre_in_view(KEY_2)?;
    for button in ["right", "middle"] {
        let bit = if button == "right" { 2 } else { 4 };
        hands.mouse("mousePressed", at, button, bit)?;
        hands.sees(KEY_IS_DOWN, "false")?;
        hands.mouse("mouseReleased", at, button, 0)?;
    }
    hands.mouse("mousePressed", at, "left", 1)?;
    hands.mouse("mousePressed", at, "right", 3)?;
    hands.mouse("mouseReleased", at, "right", 1)?;
    hands.sees(KEY_IS_DOWN, "true")?;
    hands.mouse("mousePressed", at, "right", 3)?;
    // The right one is still down: the browser tells of the left one by a movement.
    hands.mouse("mouseReleased", at, "left", 2)?;
    hands.sees(KEY_IS_DOWN, "false")?;
    hands.mouse("mouseReleased", at, "right", 0)?;
    let key = Key::Socket(Socket::Two);
    match hands.acts()? {
        acts if acts == [Act::Press(key), Act::Release(key)] => Ok(()),
        acts => Err(format!("{acts:?}")),
    }
}

#[test]
fn modifier_keys_neither_begin_nor_end_a_press() -> Outcome {
    let hands = Hands::at_the_status_of_socket_2(&BrowserOptions::default())?;
    hands.attends_to(KEY_2)?;
    let before = hands.acts()?.len();
    for (modifier, bit) in [("Alt", 1), ("Control", 2), ("Meta", 4)] {
        for key in [" ", "Enter"] {
            hands.key("rawKeyDown", modifier, bit)?;
            hands.key("rawKeyDown", key, bit)?;
            hands.sees(KEY_IS_DOWN, "false")?;
            hands.key("keyUp", key, bit)?;
            hands.key("keyUp", modifier, 0)?;
        }
    }
    // On macOS the key's own release is never told.
    hands.key("rawKeyDown", "Enter", 4)?;
    hands.key("keyUp", "Meta", 0)?;
    hands.sees(KEY_IS_DOWN, "false")?;
    if hands.acts()?.len() != before {
        return Err(format!("something was done: {:?}", hands.acts()?.last()));
    }
    // A hold goes on beside them.
    hands.key("rawKeyDown", " ", 0)?;
    for (modifier, bit) in [("Shift", 8), ("Alt", 1), ("Control", 2)] {
        hands.key("rawKeyDown", modifier, bit)?;
        hands.key("keyUp", modifier, 0)?;
        hands.sees(KEY_IS_DOWN, "true")?;
    }
    // But for the one beside which macOS tells of no release.
    hands.key("rawKeyDown", "Meta", 4)?;
    hands.key("keyUp", "Meta", 0)?;
    hands.nothing_moves()
}

#[test]
fn a_press_ends_outside_of_the_key_where_a_browser_cannot_capture_pointers() -> Outcome {
    for how in
        ["delete Element.prototype.setPointerCapture", "Element.prototype.setPointerCapture = () => { throw 1; }"]
    {
        let hands = Hands::at_the_quay(&BrowserOptions::default())?;
        hands.page.chromium().evaluate::<()>(how, Vec::new())?;
        let (x, y) = hands.page.centre_in_view(KEY_2)?;
        hands.mouse("mousePressed", (x, y), "left", 1)?;
        hands.sees(KEY_IS_DOWN, "true")?;
        hands.mouse("mouseMoved", (x, y + 200), "none", 1)?;
        hands.sees(KEY_IS_DOWN, "true")?;
        hands.mouse("mouseReleased", (x, y + 200), "left", 0)?;
        hands.sees(KEY_IS_DOWN, "false")?;
    }
    Ok(())
}

#[test]
fn no_key_stays_down_when_the_phone_is_turned() -> Outcome {
    let mut hands = Hands::at_the_quay(&PHONE)?;
    let at = hands.page.centre(KEY_2)?;
    hands.puts_finger(1, at)?;
    hands.sees(KEY_IS_DOWN, "true")?;
    let turned = json!({ "width": 844, "height": 390, "deviceScaleFactor": 2, "mobile": true });
    hands.page.chromium().devtools("Emulation.setDeviceMetricsOverride", turned)?;
    hands.sees("innerWidth", "844")?;
    hands.lifts_finger(1)?;
    hands.sees(KEY_IS_DOWN, "false")?;
    let key = Key::Socket(Socket::Two);
    match hands.acts()? {
        acts if acts == [Act::Press(key), Act::Release(key)] => Ok(()),
        acts => Err(format!("{acts:?}")),
    }
}

#[test]
fn quick_taps_of_a_finger_and_the_click_of_a_screen_reader_are_a_press_each() -> Outcome {
    let mut hands = Hands::at_the_quay(&PHONE)?;
    let at = hands.page.centre(KEY_2)?;
    let begun = Instant::now();
    for tap in 0..6 {
        wait(begun, 60 * tap)?;
        hands.puts_finger(1, at)?;
        hands.lifts_finger(1)?;
    }
    hands.page.chromium().evaluate::<()>("document.querySelector(arguments[0]).click()", vec![json!(KEY_2)])?;
    let key = Key::Socket(Socket::Two);
    let expected: Vec<Act> = (0..7).flat_map(|_| [Act::Press(key), Act::Release(key)]).collect();
    match hands.acts()? {
        acts if acts == expected => Ok(()),
        acts => Err(format!("{acts:?}")),
    }
}

#[test]
fn another_finger_on_the_touch_display_is_not_felt() -> Outcome {
    let mut hands = Hands::on_the_bus(&PHONE, "touch")?;
    let before = hands.acts()?.len();
    let one = hands.page.centre("[data-field=\"Reduced\"]")?;
    let two = hands.page.centre("[data-field=\"Check\"]")?;
    hands.puts_finger(1, one)?;
    hands.puts_finger(2, two)?;
    hands.lifts_finger(2)?;
    match hands.acts()?.split_off(before).as_slice() {
        [OnBus::Touch(_)] => {}
        acts => return Err(format!("the second finger was felt: {acts:?}")),
    }
    hands.lifts_finger(1)?;
    match hands.acts_after(before)?.as_slice() {
        [OnBus::Touch(_), OnBus::Lift] => Ok(()),
        acts => Err(format!("{acts:?}")),
    }
}

#[test]
fn another_finger_does_not_draw_at_the_sheet() -> Outcome {
    let mut hands = Hands::at_the_quay(&PHONE)?;
    let (x, y) = hands.page.centre(".sheet > summary")?;
    hands.puts_finger(1, (x, y))?;
    hands.moves_finger(1, (x, y - 100))?;
    hands.puts_finger(2, (60, 100))?;
    hands.moves_finger(2, (60, 400))?;
    hands.lifts_finger(2)?;
    hands.sees("document.querySelector('.sheet').dataset.drawn", "true")?;
    // Cancelled, it is as it was.
    hands.loses_fingers()?;
    hands.sees("document.querySelector('.sheet').dataset.drawn", "false")?;
    hands.sees(SHEET, "down")?;
    hands.puts_finger(1, (x, y))?;
    hands.moves_finger(1, (x, y - 100))?;
    hands.lifts_finger(1)?;
    hands.sees(SHEET, "up")
}

#[test]
fn with_the_hold_assist_looking_away_moves_no_money() -> Outcome {
    let hands = Hands::at_the_status_of_socket_2(&BrowserOptions::default())?;
    hands.page.click("[data-choice=\"hold-assist\"]")?;
    let at = hands.page.centre_in_view(KEY_2)?;
    hands.page.chromium().click_at(at.0, at.1)?;
    hands.sees("document.querySelector('[data-key=\"2\"]').dataset.kept", "true")?;
    // The mouse goes elsewhere: that is what the assist is for.
    hands.mouse("mouseMoved", (at.0, at.1 + 60), "none", 0)?;
    hands.sees("document.querySelector('[data-key=\"2\"]').dataset.kept", "true")?;
    hands.looks_away()?;
    hands.nothing_moves()
}
