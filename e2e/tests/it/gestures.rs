//! Input by touch, mouse and keyboard: a swipe scrolls and never pays, a press ends with the pointer that began it, and
//! an input that is interrupted is cancelled.
//!
//! `cargo xtask test` serves the page and passes its address in `KERBQUAY_BASE_URL`. Fingers move in real time, as the
//! duration of a touch decides its meaning. The tests take no screenshots: on an emulated phone, touches after a
//! screenshot have the wrong position.

use std::time::{Duration, Instant};

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, address, base_url, card_selector};
use acceptance::sample::sample;
use firmware_core::pedestal::{Key, Socket};
use firmware_core::time::Millis;
use serde::Deserialize;
use serde_json::{Value, json};
use world::bus::Bus;
use world::bus::act::{Act as OnBus, Reader};
use world::quay::Quay;
use world::quay::act::Act;
use world::save_format;

use crate::Outcome;

const PHONE: BrowserOptions = BrowserOptions { languages: "en", window: (390, 844), phone: true, logs_requests: false };
/// The number of random swipes in each test.
const SWIPES: usize = 200;
/// The duration of a long press on a card.
const LONG_PRESS_MS: u64 = 300;
/// A finger that rests this much longer than planned may rest for the page, and how often a swipe is tried then.
const LATE_MS: u64 = 200;
const LATE_MAX: usize = 5;

/// Records whether anything scrolls: the browser reports `scrollend` when a swipe and its momentum have ended.
const WATCH_SCROLLING: &str = "document.addEventListener('scroll', () => { window.isScrolling = true; }, true);
    document.addEventListener('scrollend', () => { window.isScrolling = false; }, true);";
/// Waits for two frames; returns whether anything scrolls.
const IS_SCROLLING: &str = "const [done] = arguments;
    requestAnimationFrame(() => requestAnimationFrame(() => done(window.isScrolling ?? false)));";

/// The state of the wallet, and what a finger can touch in it as it is scrolled.
#[derive(Debug, Deserialize)]
struct WalletState {
    /// Cards: left, top, right and bottom in pixels.
    cards: Vec<[i32; 4]>,
    /// The grips of cards, which do not scroll.
    grips: Vec<[i32; 4]>,
    /// The elements that accept cards.
    targets: Vec<[i32; 4]>,
    up: bool,
    top: i32,
    /// The maximum of `top`.
    end: i32,
    carried: bool,
    dragging: bool,
    /// The stored session, which contains every act.
    stored: Option<String>,
}

/// The page shows and stores an act one frame after it, and the timers of that frame run later than the frame.
const WALLET_STATE: &str = "const [key, done] = arguments;
    const after_frame = (act) => requestAnimationFrame(() => setTimeout(act));
    after_frame(() => after_frame(() => done(state())));
    const state = () => {
    const sheet = document.querySelector('.sheet');
    const body = sheet.querySelector('.panel-body');
    const view = body.getBoundingClientRect();
    const [ceiling, floor] = [Math.max(0, view.top), Math.min(innerHeight, view.bottom)];
    // Only whole pixels: fingers have integer positions.
    const whole = ({ left, top, right, bottom }) =>
        [Math.ceil(left), Math.ceil(top), Math.floor(right), Math.floor(bottom)];
    const inside = (one) => {
        const { left, top, right, bottom } = one.getBoundingClientRect();
        const [start, end] = [Math.max(left, view.left), Math.min(right, view.right)];
        return whole({ left: start, right: end, top: Math.max(top, ceiling), bottom: Math.min(bottom, floor) });
    };
    const all = (css) => Array.from(document.querySelectorAll(css)).filter((one) => one.checkVisibility());
    const seen = (css) => all(css).map(inside)
        .filter(([left, top, right, bottom]) => right - left > 8 && bottom - top > 8);
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
    }; };";

/// A user of a page: fingers, a mouse and a keyboard.
struct User<W: SiteWithPage> {
    page: Page<W>,
    /// The fingers that are down: their numbers and positions.
    fingers: Vec<(u32, (i32, i32))>,
}

impl User<Quay> {
    fn on_quay(options: &BrowserOptions) -> Result<Self, String> {
        Self::open(options)
    }

    /// Socket 2 has 30 kr and the card in the holder 70 kr; the display shows the status of the socket. A short press
    /// of its button loads an amount, a hold returns the credit.
    fn with_status_of_socket_2(options: &BrowserOptions) -> Result<Self, String> {
        let user = Self::on_quay(options)?;
        let present = format!("{} [data-do=\"present\"]", card_selector("My card"));
        user.page.click(&present)?;
        for _ in 0..4 {
            user.page.click(KEY_2)?;
        }
        user.page.click("[data-key=\"enter\"]")?;
        user.page.pass(Millis(6_000))?;
        user.page.click("[data-do=\"take\"]")?;
        user.page.click(&present)?;
        user.page.click(KEY_2)?;
        user.expect(SCREEN, "OutletStatus")?;
        user.expect(BALANCE, "7000")?;
        Ok(user)
    }

    /// Expects that the key is up and that no payment follows, however long one waits.
    fn expect_no_payment(&self) -> Outcome {
        self.expect(KEY_IS_DOWN, "false")?;
        for ms in [1_000, 4_000, 6_000, 10_000] {
            self.page.pass(Millis(ms))?;
            self.expect(BALANCE, "7000")?;
        }
        self.expect("document.querySelector('[data-key=\"2\"]').dataset.lit", "true")?;
        self.expect(SCREEN, "Welcome")
    }
}

impl User<Bus> {
    fn on_bus(options: &BrowserOptions, face: &str) -> Result<Self, String> {
        let user = Self::open(options)?;
        user.page.click(&format!("[data-face-choice=\"{face}\"]"))?;
        user.page.chromium().evaluate::<()>("scrollTo(0, 0)", Vec::new())?;
        Ok(user)
    }
}

const KEY_2: &str = "[data-key=\"2\"]";
const KEY_IS_DOWN: &str = "document.querySelector('[data-key=\"2\"]').dataset.down";
const SCREEN: &str = "document.querySelector('#display').dataset.screen";
const BALANCE: &str = "document.querySelector('[data-card-name=\"My card\"]').dataset.balance";
const CARRIED: &str = "document.querySelector('.ghost').dataset.carried";
const SHEET: &str = "document.querySelector('.sheet').dataset.sheet";
const SHEET_BODY: &str = "document.querySelector('.sheet > .panel-body')";

impl<W: SiteWithPage> User<W> {
    fn open(options: &BrowserOptions) -> Result<Self, String> {
        let base = base_url()?;
        let chromium = Chromium::from_pool(Driver::shared()?, options)?;
        let page = Page::open(chromium, &address(&format!("{base}{}", W::SITE.path), MANUAL_CLOCK))?;
        page.chromium().evaluate::<()>(WATCH_SCROLLING, Vec::new())?;
        Ok(Self { page, fingers: Vec::new() })
    }

    fn wallet(&self) -> Result<WalletState, String> {
        self.page.chromium().evaluate_async(WALLET_STATE, vec![json!(W::SITE.storage_key)])
    }

    /// Waits until a JavaScript expression has this value, as a string.
    fn expect(&self, script: &str, expected: &str) -> Outcome {
        until(|| {
            let seen: String = self.page.chromium().evaluate(&format!("return String({script})"), Vec::new())?;
            if seen == expected { Ok(()) } else { Err(format!("{script} is {seen:?}, not {expected:?}")) }
        })
    }

    /// All acts in the stored session.
    fn acts(&self) -> Result<Vec<W::Act>, String> {
        let stored: Option<String> = self
            .page
            .chromium()
            .evaluate("return localStorage.getItem(arguments[0])", vec![json!(W::SITE.storage_key)])?;
        let Some(stored) = stored else { return Ok(Vec::new()) };
        let session = save_format::running_session_from_text::<W>(&stored).map_err(|broken| broken.to_string())?;
        Ok(session.acts().map(|(_, act)| act.clone()).collect())
    }

    /// Waits until there are more than `count` acts, and returns the later ones.
    fn wait_for_acts_after(&self, count: usize) -> Result<Vec<W::Act>, String> {
        until(|| {
            let acts = self.acts()?;
            if acts.len() > count { Ok(acts) } else { Err(format!("there is no act after {:?}", acts.last())) }
        })
        .map(|mut acts| acts.split_off(count))
    }

    // Fingers

    fn touch(&self, kind: &str) -> Outcome {
        let points: Vec<Value> = self.fingers.iter().map(|(id, (x, y))| json!({ "x": x, "y": y, "id": id })).collect();
        self.page.chromium().send("Input.dispatchTouchEvent", &json!({ "type": kind, "touchPoints": points })).map(drop)
    }

    fn put_finger(&mut self, id: u32, at: (i32, i32)) -> Outcome {
        self.fingers.push((id, at));
        self.touch("touchStart")
    }

    fn move_finger(&mut self, id: u32, to: (i32, i32)) -> Outcome {
        for (_, at) in self.fingers.iter_mut().filter(|(finger, _)| *finger == id) {
            *at = to;
        }
        self.touch("touchMove")
    }

    /// Lifts one finger; the others stay down.
    fn lift_finger(&mut self, id: u32) -> Outcome {
        let (lifted, stay) = self.fingers.iter().partition(|(finger, _)| *finger == id);
        self.fingers = lifted;
        self.touch("touchEnd")?;
        self.fingers = stay;
        Ok(())
    }

    /// Cancels all touches, as a browser does when it begins to scroll.
    fn cancel_touches(&mut self) -> Outcome {
        self.fingers.clear();
        self.touch("touchCancel")
    }

    fn tap(&mut self, css: &str) -> Outcome {
        let at = self.page.centre(css)?;
        self.put_finger(1, at)?;
        self.lift_finger(1)
    }

    /// Moves a finger from one point to another in `ms` milliseconds, after a delay, and leaves it down.
    fn swipe(&mut self, from: (i32, i32), to: (i32, i32), delay_ms: u64, ms: u64) -> Outcome {
        self.swipe_with_pause(from, to, delay_ms, ms, None).map(drop)
    }

    /// The same with a pause: after how many thousandths of the way, and its duration in milliseconds. Returns whether
    /// the finger moved in time. On a busy machine it may have rested for the page.
    fn swipe_with_pause(
        &mut self,
        from: (i32, i32),
        to: (i32, i32),
        delay_ms: u64,
        ms: u64,
        pause: Option<(u64, u64)>,
    ) -> Result<bool, String> {
        let begun = Instant::now();
        self.put_finger(1, from)?;
        let steps = (ms / 24).clamp(4, 40);
        let mut waited_ms = delay_ms;
        let (mut is_prompt, mut moved) = (true, begun);
        for step in 1..=steps {
            let (mut planned_ms, step_ms) = (0, ms / steps);
            if let Some((_, pause_ms)) = pause.filter(|(after, _)| after * steps / 1000 == step) {
                waited_ms += pause_ms;
                planned_ms = pause_ms;
            }
            wait(begun, waited_ms + ms * step / steps)?;
            let part = |from: i32, to: i32| {
                let way = i64::from(to - from) * i64::try_from(step).unwrap_or(0) / i64::try_from(steps).unwrap_or(1);
                from + i32::try_from(way).unwrap_or(0)
            };
            self.move_finger(1, (part(from.0, to.0), part(from.1, to.1)))?;
            is_prompt &= moved.elapsed() < Duration::from_millis(planned_ms + step_ms + LATE_MS);
            moved = Instant::now();
        }
        Ok(is_prompt)
    }

    /// Opens or closes the wallet by a tap on its handle.
    fn set_wallet_open(&mut self, up: bool) -> Outcome {
        until(|| {
            if self.wallet_at_rest()?.up == up {
                return Ok(());
            }
            self.tap(".sheet > summary")?;
            Err("the wallet ignores taps on its handle".to_owned())
        })
    }

    /// The state of the wallet once nothing scrolls. While a list still scrolls after a swipe, the browser uses a tap
    /// to stop it.
    fn wallet_at_rest(&self) -> Result<WalletState, String> {
        let mut before = self.wallet()?;
        until(|| {
            // The browser reports a scroll position with the next frame.
            let is_scrolling: bool = self.page.chromium().evaluate_async(IS_SCROLLING, Vec::new())?;
            let now = self.wallet()?;
            let is_at_rest = !is_scrolling && now.top == before.top && now.up == before.up;
            before = now;
            if is_at_rest { Ok(()) } else { Err("the list does not stop scrolling".to_owned()) }
        })?;
        Ok(before)
    }

    // Mouse and keyboard

    /// A mouse event at a point. `buttons` are the buttons that are down: 1 is the primary, 2 the secondary, 4 the
    /// middle one.
    fn mouse(&self, kind: &str, (x, y): (i32, i32), button: &str, buttons: u32) -> Outcome {
        let event = json!({ "type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1 });
        self.page.chromium().send("Input.dispatchMouseEvent", &event).map(drop)
    }

    /// A keyboard event. `modifiers` are those of `DevTools`: 1 is Alt, 2 Control, 4 Meta, 8 Shift.
    fn key(&self, kind: &str, key: &str, modifiers: u32) -> Outcome {
        let (code, number) = match key {
            " " => ("Space", 32),
            "Enter" => ("Enter", 13),
            "Meta" => ("MetaLeft", 91),
            "Control" => ("ControlLeft", 17),
            "Shift" => ("ShiftLeft", 16),
            "Alt" => ("AltLeft", 18),
            "Tab" => ("Tab", 9),
            other => return Err(format!("the tests have no key {other}")),
        };
        let event = json!({
            "type": kind, "key": key, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers
        });
        self.page.chromium().send("Input.dispatchKeyEvent", &event).map(drop)
    }

    fn focus(&self, css: &str) -> Outcome {
        self.page.chromium().evaluate::<()>("document.querySelector(arguments[0]).focus()", vec![json!(css)])
    }

    /// Takes the focus from the window.
    fn blur_window(&self) -> Outcome {
        self.page.chromium().evaluate::<()>("dispatchEvent(new Event('blur'))", Vec::new())
    }
}

/// Waits until a number of milliseconds have passed since `begun`.
fn wait(begun: Instant, ms: u64) -> Outcome {
    let due = Duration::from_millis(ms);
    until(|| if begun.elapsed() >= due { Ok(()) } else { Err("the time has not passed".to_owned()) })
}

/// Pseudo-random numbers that are the same in every run (splitmix64).
struct Random(u64);

impl Random {
    /// The numbers for one case of one test.
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

    /// A point in one of the rectangles `within`, and in none of `except`.
    fn point(&mut self, within: &[[i32; 4]], except: &[[i32; 4]]) -> Result<(i32, i32), String> {
        for _ in 0..1_000 {
            let last = i32::try_from(within.len()).unwrap_or(0) - 1;
            let index = usize::try_from(self.between(0, last.max(0))).unwrap_or(0);
            let [left, top, right, bottom] = *within.get(index).ok_or("there is no rectangle")?;
            let at = (self.between(left + 1, right - 2), self.between(top + 1, bottom - 2));
            if !except.iter().any(|rectangle| is_in(*rectangle, at)) {
                return Ok(at);
            }
        }
        Err(format!("there is no point in {within:?} outside of {except:?}"))
    }
}

fn is_in([left, top, right, bottom]: [i32; 4], (x, y): (i32, i32)) -> bool {
    (left..=right).contains(&x) && (top..=bottom).contains(&y)
}

// Swiping

#[test]
fn a_vertical_swipe_on_the_quay_only_scrolls() -> Outcome {
    swipe_vertically(&mut User::on_quay(&PHONE)?, 1)
}

#[test]
fn a_vertical_swipe_at_the_old_validator_only_scrolls() -> Outcome {
    swipe_vertically(&mut User::on_bus(&PHONE, "keys")?, 2)
}

#[test]
fn a_vertical_swipe_at_the_new_validator_only_scrolls() -> Outcome {
    swipe_vertically(&mut User::on_bus(&PHONE, "touch")?, 3)
}

fn swipe_vertically<W: SiteWithPage>(user: &mut User<W>, test: u64) -> Outcome {
    let mut scrolled = 0;
    for case in sample(&format!("vertical swipes, test {test}"), SWIPES) {
        let mut attempts = (0..LATE_MAX).map(|_| swipe_vertically_once(user, test, case));
        let way =
            attempts.find_map(Result::transpose).unwrap_or_else(|| Err(format!("swipe {case} was always late")))?;
        scrolled += i32::from(way > 0);
    }
    if scrolled > 0 { Ok(()) } else { Err("no swipe scrolled the list".to_owned()) }
}

/// Swipes once. Returns how far the list scrolled, or none if the finger moved too late.
fn swipe_vertically_once<W: SiteWithPage>(user: &mut User<W>, test: u64, case: usize) -> Result<Option<i32>, String> {
    let random = &mut Random::of(test, case);
    // The list can only be scrolled in an open wallet.
    let up = !case.is_multiple_of(3);
    user.set_wallet_open(up)?;
    let before = user.wallet_at_rest()?;
    let from = random.point(&before.cards, &before.grips)?;
    let goes_up = random.between(0, 1) == 0;
    let room = if goes_up { from.1 - 6 } else { 838 - from.1 };
    let length = random.between(120, 560).min(room);
    // Up to 58 degrees from the vertical: 8/5 is the tangent.
    let aside = random.between(-length * 8 / 5, length * 8 / 5);
    let to = ((from.0 + aside).clamp(4, 386), if goes_up { from.1 - length } else { from.1 + length });
    let way = f64::from(length).hypot(f64::from(to.0 - from.0));
    if way < 60.0 {
        return Ok(Some(0));
    }
    let ms = random.ms(90, 1_900);
    // A very slow finger would be a long press.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a way across a phone, in pixels")]
    let ms = ms.min(way as u64 * 8);
    let pause = (random.between(0, 3) == 0).then(|| (random.ms(300, 900), random.ms(100, 900)));
    let is_prompt = user.swipe_with_pause(from, to, 0, ms, pause)?;
    user.lift_finger(1)?;
    let after = user.wallet_at_rest()?;
    if !is_prompt {
        return Ok(None);
    }
    let swipe = format!("swipe {case}, wallet open: {up}, {from:?} to {to:?} in {ms} ms, pause {pause:?}");
    if after.stored != before.stored {
        return Err(format!("{swipe}: there is an act: {:?}", user.acts()?.last()));
    }
    if after.carried || after.dragging {
        return Err(format!("{swipe}: a card is carried"));
    }
    if !up {
        if after.up != goes_up {
            return Err(format!("{swipe}: the wallet is open: {}", after.up));
        }
        return Ok(Some(0));
    }
    if !after.up {
        return Err(format!("{swipe}: the wallet was closed"));
    }
    let (way, room) =
        if goes_up { (after.top - before.top, before.end - before.top) } else { (before.top - after.top, before.top) };
    // Positions are rounded, so that of a list that does not move may differ by one.
    let least = if room > 1 { room.min(length) / 3 } else { -1 };
    if way < least {
        return Err(format!("{swipe}: the list scrolled by {way} of {room} pixels"));
    }
    Ok(Some(way))
}

#[test]
fn a_horizontal_swipe_presents_a_card_only_to_the_holder() -> Outcome {
    swipe_horizontally(&mut User::on_quay(&PHONE)?, 4)
}

#[test]
fn a_horizontal_swipe_presents_a_card_only_to_the_old_validator() -> Outcome {
    swipe_horizontally(&mut User::on_bus(&PHONE, "keys")?, 5)
}

#[test]
fn a_horizontal_swipe_presents_a_card_only_to_the_new_validator() -> Outcome {
    swipe_horizontally(&mut User::on_bus(&PHONE, "touch")?, 6)
}

fn swipe_horizontally<W: SiteWithPage>(user: &mut User<W>, test: u64) -> Outcome {
    let (mut hits, mut misses) = (0, 0);
    for case in sample(&format!("horizontal swipes, test {test}"), SWIPES) {
        let random = &mut Random::of(test, case);
        user.set_wallet_open(random.between(0, 3) != 0)?;
        let before = user.wallet_at_rest()?;
        let from = random.point(&before.cards, &before.grips)?;
        // Every second swipe ends on a target, if one is within 28 degrees of the horizontal: 8/15 is the tangent.
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
        let is_prompt = user.swipe_with_pause(from, to, 0, ms, None)?;
        let moved = Instant::now();
        let before_release = user.wallet()?;
        let has_rested = moved.elapsed() >= Duration::from_millis(LONG_PRESS_MS);
        let swipe = format!("swipe {case}, {from:?} to {to:?} in {ms} ms");
        let is_target = before_release.dragging && before_release.targets.iter().any(|target| is_in(*target, to));
        // A card that rests over a target is presented before the release.
        if is_prompt && !(is_target && has_rested) && before_release.stored != before.stored {
            return Err(format!("{swipe}: there is an act before the release: {:?}", user.acts()?.last()));
        }
        user.lift_finger(1)?;
        let after = user.wallet()?;
        let has_acted = after.stored != before.stored;
        if is_prompt && has_acted != is_target {
            let act = user.acts()?;
            return Err(format!("{swipe}: it ends on a target: {is_target}; the last act is {:?}", act.last()));
        }
        if after.carried {
            return Err(format!("{swipe}: a card is still carried"));
        }
        if !has_acted {
            misses += i32::from(is_prompt);
            continue;
        }
        hits += i32::from(is_prompt);
        for css in
            ["[data-holder] [data-do=\"take\"]", "[data-here=\"true\"] :is([data-do=\"take\"], [data-do=\"take-out\"])"]
        {
            if user.page.chromium().find(css)?.is_some() {
                user.page.click(css)?;
            }
        }
    }
    if misses > 0 && hits + misses > 5 { Ok(()) } else { Err(format!("{hits} hits and {misses} misses are no test")) }
}

// Dragging

#[test]
fn a_finger_drags_a_card_by_its_grip() -> Outcome {
    let mut user = User::on_quay(&PHONE)?;
    user.set_wallet_open(true)?;
    let grip = format!("{} .card-grip", card_selector("My card"));
    let size: (i32, i32) = user.page.chromium().evaluate(
        "const { width, height } = document.querySelector(arguments[0]).getBoundingClientRect();
         return [Math.round(width), Math.round(height)];",
        vec![json!(grip)],
    )?;
    if size.0 < 44 || size.1 < 44 {
        return Err(format!("the grip is {} x {} pixels, too small for a finger", size.0, size.1));
    }
    let from = user.page.centre(&grip)?;
    // Upwards: outside of the grip, this would scroll.
    user.swipe(from, (from.0, from.1 - 90), 0, 200)?;
    user.expect(CARRIED, "true")?;
    user.expect(SHEET, "down")?;
    let to = user.page.centre("[data-holder]")?;
    user.move_finger(1, to)?;
    user.expect("document.querySelector('[data-holder]').hasAttribute('data-under-card')", "true")?;
    user.lift_finger(1)?;
    user.expect("document.querySelector('[data-holder]').dataset.card", "My card")?;
    user.expect(CARRIED, "false")?;
    // The pocket in the wallet is empty and has no grip.
    user.set_wallet_open(true)?;
    user.expect(&format!("document.querySelector('{grip}').checkVisibility()"), "false")
}

#[test]
fn a_long_press_lifts_a_card_without_scrolling() -> Outcome {
    let mut user = User::on_quay(&PHONE)?;
    user.set_wallet_open(true)?;
    let from = user.page.centre(&format!("{} h3", card_selector("Guest card")))?;
    user.put_finger(1, from)?;
    user.expect(CARRIED, "true")?;
    // Upwards: without the long press, the browser would scroll.
    for step in 1..=10 {
        user.move_finger(1, (from.0, from.1 - 20 * step))?;
    }
    user.expect(CARRIED, "true")?;
    user.expect(&format!("Math.round({SHEET_BODY}.scrollTop)"), "0")?;
    let to = user.page.centre("[data-holder]")?;
    user.move_finger(1, to)?;
    user.lift_finger(1)?;
    user.expect("document.querySelector('[data-holder]').dataset.card", "Guest card")
}

#[test]
fn a_card_that_is_lifted_and_put_down_has_no_effect() -> Outcome {
    let mut user = User::on_bus(&PHONE, "keys")?;
    user.set_wallet_open(true)?;
    let before = user.acts()?.len();
    // The wallet closes, and the reader is under the finger although the card was not moved there.
    let at = user.page.centre("[data-target=\"keys-front\"]")?;
    let begun = Instant::now();
    user.put_finger(1, at)?;
    user.expect(CARRIED, "true")?;
    wait(begun, 3 * LONG_PRESS_MS)?;
    user.lift_finger(1)?;
    user.expect(CARRIED, "false")?;
    // The wallet opens again.
    user.expect(SHEET, "up")?;
    match user.acts()?.len() {
        after if after == before => Ok(()),
        _ => Err(format!("there is an act: {:?}", user.acts()?.last())),
    }
}

#[test]
fn a_card_is_charged_only_if_it_rests_on_the_reader() -> Outcome {
    for face in ["keys", "touch"] {
        let mut user = User::on_bus(&PHONE, face)?;
        let before = user.acts()?.len();
        user.set_wallet_open(true)?;
        let from = user.page.centre(&format!("{} .card-grip", card_selector("Anna")))?;
        let (x, y) = user.page.centre(&format!("[data-target=\"{face}-front\"]"))?;
        // Over the reader and away.
        user.swipe(from, (x, y), 0, 300)?;
        user.move_finger(1, (x, y - 40))?;
        user.move_finger(1, (x, 20))?;
        user.lift_finger(1)?;
        user.expect(CARRIED, "false")?;
        if user.acts()?.len() != before {
            return Err(format!("{face}: a card is charged in passing: {:?}", user.acts()?.last()));
        }
        // The card rests while the finger does.
        user.set_wallet_open(true)?;
        user.swipe(from, (x, y), 0, 300)?;
        user.expect("document.querySelector('[data-held]') !== null", "true")?;
        user.move_finger(1, (x, 20))?;
        let acts = user.wait_for_acts_after(before + 1)?;
        let all = user.acts()?;
        if all[before..] != [OnBus::Present(Reader::Front, "Anna".to_owned()), OnBus::Take(Reader::Front)] {
            return Err(format!("{face}: the acts are {all:?}, the last ones {acts:?}"));
        }
        user.lift_finger(1)?;
        // A dropped card is held as long as after a tap.
        user.set_wallet_open(true)?;
        user.swipe(from, (x, y), 0, 300)?;
        user.lift_finger(1)?;
        user.expect("document.querySelector('[data-held-for]').textContent", "Card held 2.50 s")?;
        // A cancelled touch removes the card.
        user.set_wallet_open(true)?;
        user.swipe(from, (x, y), 0, 300)?;
        user.expect("document.querySelector('[data-held]') !== null", "true")?;
        user.cancel_touches()?;
        user.expect("document.querySelector('[data-held]') === null", "true")?;
        user.expect(CARRIED, "false")?;
    }
    Ok(())
}

#[test]
fn the_arrow_beside_a_card_holds_it_while_it_is_pressed() -> Outcome {
    let mut user = User::on_bus(&PHONE, "keys")?;
    let arrow = format!("{} [data-do=\"hold\"]", card_selector("Anna"));
    user.set_wallet_open(true)?;
    let at = user.page.centre(&arrow)?;
    let before = user.acts()?.len();
    user.swipe(at, (at.0, at.1 - 200), 0, 200)?;
    user.lift_finger(1)?;
    user.expect(&format!("{SHEET_BODY}.scrollTop > 0"), "true")?;
    if user.acts()?.len() != before {
        return Err(format!("a swipe is an act: {:?}", user.acts()?.last()));
    }
    // A tap.
    user.wallet_at_rest()?;
    let at = user.page.centre_in_view(&arrow)?;
    user.put_finger(1, at)?;
    user.lift_finger(1)?;
    user.expect("document.querySelector('[data-held-for]').textContent", "Card held 2.50 s")?;
    user.set_wallet_open(true)?;
    let at = user.page.centre_in_view(&arrow)?;
    user.put_finger(1, at)?;
    user.expect("document.querySelector('[data-held]') !== null", "true")?;
    // A hold does not scroll.
    for step in 1..=6 {
        user.move_finger(1, (at.0, at.1 - 20 * step))?;
    }
    user.page.pass(Millis(700))?;
    user.expect("document.querySelector('[data-held]').textContent", "0.7 s")?;
    user.lift_finger(1)?;
    user.expect("document.querySelector('[data-held-for]').textContent", "Card held 0.70 s")
}

#[test]
fn a_second_finger_does_not_take_over_a_dragged_card() -> Outcome {
    let mut user = User::on_quay(&PHONE)?;
    user.set_wallet_open(true)?;
    let from = user.page.centre(&format!("{} .card-grip", card_selector("My card")))?;
    user.swipe(from, (from.0 + 60, from.1 - 60), 0, 200)?;
    user.expect(CARRIED, "true")?;
    user.put_finger(2, (200, 60))?;
    user.move_finger(2, (240, 90))?;
    user.lift_finger(2)?;
    user.expect(CARRIED, "true")?;
    let to = user.page.centre("[data-holder]")?;
    user.move_finger(1, to)?;
    user.lift_finger(1)?;
    user.expect("document.querySelector('[data-holder]').dataset.card", "My card")
}

#[test]
fn a_mouse_drag_ends_even_if_its_release_is_not_reported() -> Outcome {
    let user = User::on_quay(&BrowserOptions::default())?;
    let face = format!("{} .card-face", card_selector("My card"));
    let (x, y) = user.page.centre_in_view(&face)?;
    let holder = user.page.centre("[data-holder]")?;
    let drag = || -> Outcome {
        user.mouse("mousePressed", (x, y), "left", 1)?;
        user.mouse("mouseMoved", (x - 40, y + 40), "none", 1)?;
        user.mouse("mouseMoved", (x - 80, y + 60), "none", 1)?;
        user.expect(CARRIED, "true")
    };
    drag()?;
    user.mouse("mouseMoved", (x - 90, y + 60), "none", 0)?;
    user.expect(CARRIED, "false")?;
    user.mouse("mouseMoved", holder, "none", 0)?;
    user.page.chromium().click_at(holder.0, holder.1)?;
    user.expect("document.querySelector('[data-holder]').dataset.card", "")?;
    drag()?;
    user.blur_window()?;
    user.expect(CARRIED, "false")?;
    user.mouse("mouseReleased", holder, "left", 0)?;
    user.expect("document.querySelector('[data-holder]').dataset.card", "")?;
    match user.acts()? {
        acts if acts.is_empty() => Ok(()),
        acts => Err(format!("there are acts: {acts:?}")),
    }
}

// Pressing

#[test]
fn a_second_finger_on_a_key_does_not_end_its_hold() -> Outcome {
    let mut user = User::with_status_of_socket_2(&PHONE)?;
    let (x, y) = user.page.centre(KEY_2)?;
    user.put_finger(1, (x, y))?;
    user.page.pass(Millis(1_200))?;
    user.put_finger(2, (x + 6, y + 6))?;
    user.lift_finger(2)?;
    user.expect(KEY_IS_DOWN, "true")?;
    user.page.pass(Millis(3_800))?;
    user.lift_finger(1)?;
    user.expect(KEY_IS_DOWN, "false")?;
    user.page.pass(Millis(3_000))?;
    user.expect(SCREEN, "Updating")?;
    user.page.pass(Millis(5_000))?;
    user.expect(BALANCE, "10000")
}

#[test]
fn two_keys_are_released_in_any_order() -> Outcome {
    let mut user = User::on_quay(&PHONE)?;
    let [one, two] = ["1", "2"].map(|key| user.page.centre(&format!("[data-key=\"{key}\"]")));
    user.put_finger(1, one?)?;
    user.put_finger(2, two?)?;
    user.expect(KEY_IS_DOWN, "true")?;
    user.lift_finger(1)?;
    user.expect("document.querySelector('[data-key=\"1\"]').dataset.down", "false")?;
    user.expect(KEY_IS_DOWN, "true")?;
    user.lift_finger(2)?;
    user.expect(KEY_IS_DOWN, "false")?;
    let [one, two] = [Socket::One, Socket::Two].map(Key::Socket);
    match user.acts()? {
        acts if acts == [Act::Press(one), Act::Press(two), Act::Release(one), Act::Release(two)] => Ok(()),
        acts => Err(format!("{acts:?}")),
    }
}

#[test]
fn a_cancelled_touch_pays_nothing() -> Outcome {
    let mut user = User::with_status_of_socket_2(&PHONE)?;
    let at = user.page.centre(KEY_2)?;
    user.put_finger(1, at)?;
    user.expect(KEY_IS_DOWN, "true")?;
    user.page.pass(Millis(2_000))?;
    user.cancel_touches()?;
    // The hint about an early release is not shown.
    user.expect("document.querySelector('[data-early]').textContent", "")?;
    user.expect_no_payment()
}

#[test]
fn a_lost_pointer_capture_pays_nothing() -> Outcome {
    let mut user = User::with_status_of_socket_2(&PHONE)?;
    let at = user.page.centre(KEY_2)?;
    let note = "addEventListener('pointerdown', (event) => { window.lastDown = event.pointerId; }, true)";
    user.page.chromium().evaluate::<()>(note, Vec::new())?;
    user.put_finger(1, at)?;
    // The first movement captures the pointer.
    user.move_finger(1, (at.0 + 18, at.1 + 2))?;
    user.expect(KEY_IS_DOWN, "true")?;
    let lose = "document.querySelector(arguments[0]).releasePointerCapture(window.lastDown)";
    user.page.chromium().evaluate::<()>(lose, vec![json!(KEY_2)])?;
    // The browser reports the loss with the next movement.
    user.move_finger(1, (at.0 + 24, at.1 + 2))?;
    user.expect(KEY_IS_DOWN, "false")?;
    user.lift_finger(1)?;
    user.expect_no_payment()
}

#[test]
fn a_window_that_loses_focus_cancels_a_hold() -> Outcome {
    let user = User::with_status_of_socket_2(&BrowserOptions::default())?;
    let at = user.page.centre_in_view(KEY_2)?;
    user.mouse("mousePressed", at, "left", 1)?;
    user.expect(KEY_IS_DOWN, "true")?;
    user.blur_window()?;
    user.expect(KEY_IS_DOWN, "false")?;
    let before = user.acts()?.len();
    user.mouse("mouseReleased", at, "left", 0)?;
    if user.acts()?.len() != before {
        return Err(format!("a cancelled press ends a second time: {:?}", user.acts()?.last()));
    }
    user.expect_no_payment()
}

#[test]
fn a_button_that_loses_focus_during_a_hold_pays_nothing() -> Outcome {
    let user = User::with_status_of_socket_2(&BrowserOptions::default())?;
    user.focus(KEY_2)?;
    user.key("rawKeyDown", " ", 0)?;
    user.expect(KEY_IS_DOWN, "true")?;
    user.key("rawKeyDown", "Tab", 0)?;
    user.key("keyUp", "Tab", 0)?;
    user.expect(KEY_IS_DOWN, "false")?;
    user.key("keyUp", " ", 0)?;
    user.expect_no_payment()
}

#[test]
fn a_mouse_movement_without_buttons_cancels_a_press() -> Outcome {
    let user = User::with_status_of_socket_2(&BrowserOptions::default())?;
    let (x, y) = user.page.centre_in_view(KEY_2)?;
    user.mouse("mousePressed", (x, y), "left", 1)?;
    user.expect(KEY_IS_DOWN, "true")?;
    user.mouse("mouseMoved", (x + 2, y), "none", 0)?;
    user.expect(KEY_IS_DOWN, "false")?;
    user.expect_no_payment()
}

#[test]
fn other_mouse_buttons_do_not_affect_a_press() -> Outcome {
    let user = User::on_quay(&BrowserOptions::default())?;
    let at = user.page.centre_in_view(KEY_2)?;
    for button in ["right", "middle"] {
        let bit = if button == "right" { 2 } else { 4 };
        user.mouse("mousePressed", at, button, bit)?;
        user.expect(KEY_IS_DOWN, "false")?;
        user.mouse("mouseReleased", at, button, 0)?;
    }
    user.mouse("mousePressed", at, "left", 1)?;
    user.mouse("mousePressed", at, "right", 3)?;
    user.mouse("mouseReleased", at, "right", 1)?;
    user.expect(KEY_IS_DOWN, "true")?;
    user.mouse("mousePressed", at, "right", 3)?;
    // While the right button is down, the browser reports the release of the left one as a movement.
    user.mouse("mouseReleased", at, "left", 2)?;
    user.expect(KEY_IS_DOWN, "false")?;
    user.mouse("mouseReleased", at, "right", 0)?;
    let key = Key::Socket(Socket::Two);
    match user.acts()? {
        acts if acts == [Act::Press(key), Act::Release(key)] => Ok(()),
        acts => Err(format!("{acts:?}")),
    }
}

#[test]
fn modifier_keys_do_not_affect_a_press() -> Outcome {
    let user = User::with_status_of_socket_2(&BrowserOptions::default())?;
    user.focus(KEY_2)?;
    let before = user.acts()?.len();
    for (modifier, bit) in [("Alt", 1), ("Control", 2), ("Meta", 4)] {
        for key in [" ", "Enter"] {
            user.key("rawKeyDown", modifier, bit)?;
            user.key("rawKeyDown", key, bit)?;
            user.expect(KEY_IS_DOWN, "false")?;
            user.key("keyUp", key, bit)?;
            user.key("keyUp", modifier, 0)?;
        }
    }
    // macOS does not report the release of a key that was pressed with Meta.
    user.key("rawKeyDown", "Enter", 4)?;
    user.key("keyUp", "Meta", 0)?;
    user.expect(KEY_IS_DOWN, "false")?;
    if user.acts()?.len() != before {
        return Err(format!("there is an act: {:?}", user.acts()?.last()));
    }
    // A hold continues while they are pressed.
    user.key("rawKeyDown", " ", 0)?;
    for (modifier, bit) in [("Shift", 8), ("Alt", 1), ("Control", 2)] {
        user.key("rawKeyDown", modifier, bit)?;
        user.key("keyUp", modifier, 0)?;
        user.expect(KEY_IS_DOWN, "true")?;
    }
    // Meta ends it, as macOS would not report its end.
    user.key("rawKeyDown", "Meta", 4)?;
    user.key("keyUp", "Meta", 0)?;
    user.expect_no_payment()
}

#[test]
fn a_press_ends_outside_of_the_key_without_pointer_capture() -> Outcome {
    for how in
        ["delete Element.prototype.setPointerCapture", "Element.prototype.setPointerCapture = () => { throw 1; }"]
    {
        let user = User::on_quay(&BrowserOptions::default())?;
        user.page.chromium().evaluate::<()>(how, Vec::new())?;
        let (x, y) = user.page.centre_in_view(KEY_2)?;
        user.mouse("mousePressed", (x, y), "left", 1)?;
        user.expect(KEY_IS_DOWN, "true")?;
        user.mouse("mouseMoved", (x, y + 200), "none", 1)?;
        user.expect(KEY_IS_DOWN, "true")?;
        user.mouse("mouseReleased", (x, y + 200), "left", 0)?;
        user.expect(KEY_IS_DOWN, "false")?;
    }
    Ok(())
}

#[test]
fn a_key_is_released_after_the_phone_is_rotated() -> Outcome {
    let mut user = User::on_quay(&PHONE)?;
    let at = user.page.centre(KEY_2)?;
    user.put_finger(1, at)?;
    user.expect(KEY_IS_DOWN, "true")?;
    let turned = json!({ "width": 844, "height": 390, "deviceScaleFactor": 2, "mobile": true });
    user.page.chromium().devtools("Emulation.setDeviceMetricsOverride", turned)?;
    user.expect("innerWidth", "844")?;
    user.lift_finger(1)?;
    user.expect(KEY_IS_DOWN, "false")?;
    let key = Key::Socket(Socket::Two);
    match user.acts()? {
        acts if acts == [Act::Press(key), Act::Release(key)] => Ok(()),
        acts => Err(format!("{acts:?}")),
    }
}

#[test]
fn quick_taps_and_synthetic_clicks_are_single_presses() -> Outcome {
    let mut user = User::on_quay(&PHONE)?;
    let at = user.page.centre(KEY_2)?;
    let begun = Instant::now();
    for tap in 0..6 {
        wait(begun, 60 * tap)?;
        user.put_finger(1, at)?;
        user.lift_finger(1)?;
    }
    user.page.chromium().evaluate::<()>("document.querySelector(arguments[0]).click()", vec![json!(KEY_2)])?;
    let key = Key::Socket(Socket::Two);
    let expected: Vec<Act> = (0..7).flat_map(|_| [Act::Press(key), Act::Release(key)]).collect();
    match user.acts()? {
        acts if acts == expected => Ok(()),
        acts => Err(format!("{acts:?}")),
    }
}

#[test]
fn the_touch_display_ignores_a_second_finger() -> Outcome {
    let mut user = User::on_bus(&PHONE, "touch")?;
    let before = user.acts()?.len();
    let one = user.page.centre("[data-field=\"Reduced\"]")?;
    let two = user.page.centre("[data-field=\"Check\"]")?;
    user.put_finger(1, one)?;
    user.put_finger(2, two)?;
    user.lift_finger(2)?;
    match user.acts()?.split_off(before).as_slice() {
        [OnBus::Touch(_)] => {}
        acts => return Err(format!("the second finger is an act: {acts:?}")),
    }
    user.lift_finger(1)?;
    match user.wait_for_acts_after(before)?.as_slice() {
        [OnBus::Touch(_), OnBus::Lift] => Ok(()),
        acts => Err(format!("{acts:?}")),
    }
}

#[test]
fn a_second_finger_does_not_drag_the_wallet() -> Outcome {
    let mut user = User::on_quay(&PHONE)?;
    let (x, y) = user.page.centre(".sheet > summary")?;
    user.put_finger(1, (x, y))?;
    user.move_finger(1, (x, y - 100))?;
    user.put_finger(2, (60, 100))?;
    user.move_finger(2, (60, 400))?;
    user.lift_finger(2)?;
    user.expect("document.querySelector('.sheet').dataset.drawn", "true")?;
    // A cancelled drag leaves the wallet closed.
    user.cancel_touches()?;
    user.expect("document.querySelector('.sheet').dataset.drawn", "false")?;
    user.expect(SHEET, "down")?;
    user.put_finger(1, (x, y))?;
    user.move_finger(1, (x, y - 100))?;
    user.lift_finger(1)?;
    user.expect(SHEET, "up")
}

#[test]
fn losing_focus_cancels_a_hold_by_hold_assist() -> Outcome {
    let user = User::with_status_of_socket_2(&BrowserOptions::default())?;
    user.page.click("[data-choice=\"hold-assist\"]")?;
    let at = user.page.centre_in_view(KEY_2)?;
    user.page.chromium().click_at(at.0, at.1)?;
    user.expect("document.querySelector('[data-key=\"2\"]').dataset.kept", "true")?;
    // Hold assist continues when the mouse leaves.
    user.mouse("mouseMoved", (at.0, at.1 + 60), "none", 0)?;
    user.expect("document.querySelector('[data-key=\"2\"]').dataset.kept", "true")?;
    user.blur_window()?;
    user.expect_no_payment()
}
