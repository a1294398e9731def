### The texts of the page in English. The other languages follow this file: the same messages, the same placeholders, the
### same limits. `lang/src/lib.rs` says how it is read.

## The language: its own name, and how it writes numbers and dates. At most 44 characters.

language-name = English
decimal-mark = .
# $list - everything but the last, 14, 30, 60
# $last - the last of a list
list-end = { $list }, { $last }

## Dates. The months are as they stand after a day. At most 44 characters.

# $weekday - its name
# $day - a number
# $month - its name
# $year - a number
date-full = { $weekday } { $day } { $month } { $year }
# $year - four digits
# $month - two digits
# $day - two digits
date-short = { $year }-{ $month }-{ $day }
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December

## Things beside their number. At most 44 characters.

journal-lines =
    { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
wallet-cards =
    { $count ->
        [one] { $count } card
       *[other] { $count } cards
    }
journal-times =
    { $count ->
        [one] { $count } time
       *[other] { $count } times
    }
validator-beeps =
    { $count ->
        [one] { $count } short beep
       *[other] { $count } short beeps
    }
firmware-agreed =
    { $count ->
        [one] { $count } identical frame
       *[other] { $count } identical frames
    }
firmware-differ =
    { $count ->
        [one] { $count } different
       *[other] { $count } different
    }
ticket-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }

## The page. At most 44 characters.

product-name = Kerb & Quay
language-choice = Language
views = Go to
view-pedestal = Pedestal
view-validator-keys = Old validator
view-validator-touch = New validator

## The titles of the panels. At most 44 characters.

panel-wallet = Wallet
panel-desk = Service desk
panel-boats = Boats and power
panel-clock = Clock
panel-ledger = Money trail
panel-journal = History
panel-settings = Settings
panel-session = This session

## The titles of the panels. At most 150 characters.

panel-feel = Sound, touch and display
panel-shop = Web shop
panel-service = Service point
panel-inspector = Inspector
panel-line = Line and driver
panel-tariff = Tariff

## Parts of the page. At most 44 characters.

dismiss = Close

## Parts of the page. At most 240 characters.

training-replica = training replica
unofficial = Unofficial training replica – not made or endorsed by any manufacturer or operator.
page-missing-parts = Parts of this page could not be fetched: panels are missing, and your session is not being saved.
page-fetch-parts = Try again
page-no-locks = Use only one tab at a time in this browser.
page-crashed = Something went wrong and the page stopped. What was stored is untouched; reload the page to go on.

## Two tabs, and what the browser has stored. At most 240 characters.

storage-watching = Another tab is using this page. Here you can look, but not touch.
storage-take-over = Take over here
# $reason - a sentence without its full stop
storage-unreadable = The session stored in this browser cannot be read: { $reason }. It is still there; download it before you start over.
storage-download = Download the stored session
storage-start-fresh = Start over
storage-not-kept = This browser stores nothing of what you do here: its storage is full or switched off.
storage-kept = Cards, credit and the history are stored in this browser only. Closing this page cuts the power: an update in progress stops where it is.

## The texts of a language that did not arrive. At most 150 characters.

# $language - its own name
language-missing = The page is in English: its texts in this language could not be fetched ({ $language }).

## A new version of the page. At most 110 characters.

update-new-version = New version available. Your session is kept.
update-use-it = Reload

## Sound, vibration and display. At most 150 characters.

preference-volume = Volume
preference-mute = Mute
preference-vibration = Vibration
preference-hold-assist = Tap instead of hold
preference-hold-assist-hint = One tap starts, the next stops.
preference-projector = Projector view
preference-pressed = What was pressed
preference-to-the-page = Back to the page

## Keys of the keyboard. At most 110 characters.

keyboard-keys = Keyboard shortcuts
keyboard-tab = Next / previous control
keyboard-press = Activate
keyboard-hold = Held down: holds the device’s button until you let go
keyboard-open = On a panel title: open or close the panel
keyboard-choose = Choose from a list
keyboard-close = Cancel
keyboard-help = Show these shortcuts
keyboard-by-key = Open with “?”

## The wallet and its cards. At most 150 characters.

wallet-take-a-card = Pick a card
wallet-more = More
# $seconds - with a decimal
wallet-held-for = Card held { $seconds } s
# $seconds - with a decimal
wallet-hold-on = Hold { $seconds } s to move the credit back

## The wallet and its cards. At most 44 characters.

card-rename = Rename
card-destroy = Destroy (punch a hole)
card-lose = Mark as lost
card-discard = Discard
card-save-chip = Export chip image
card-inside = Card details
card-counter = Changes so far
card-mark = Unfinished update
card-none = none
card-operations = Last operations
card-new-card = New card
card-name = Name
card-kind = Kind
card-get-card = Create card
card-together = Together with
card-use-both = Use both at once
card-save-name = Save the name
card-cancel = Cancel
card-choice = Card

## Questions before something that cannot be undone. At most 240 characters.

# $card - the name of the card
ask-destroy = Destroy “{ $card }”? A hole is punched in it, and all credit on it is lost (P-01).
# $card - the name of the card
ask-lose = Mark “{ $card }” as lost? A lost card is not replaced, and all credit on it is lost (P-02).
# $card - the name of the card
ask-discard = Discard “{ $card }”? The card is gone then, with all credit on it.
ask-begin = Start over? All cards, credit and the whole history of this session are erased. Save the session first if you need it.

## Questions before something that cannot be undone. At most 44 characters.

ask-start-over = Start over
ask-cancel = Cancel

## How a card is. At most 60 characters.

status-valid = valid
status-invalid = invalid
status-blocked = blocked
status-foreign = foreign
status-unreadable = unreadable
status-destroyed = destroyed
status-lost = lost
status-other-marina = other marina
status-no-marina-card = not a marina card

## The clock. At most 44 characters.

clock-run = Run
clock-pause = Pause
clock-speed = Speed
clock-exact-ms = Skip ahead (ms)
clock-let-pass = Skip
clock-civil = Date and time
clock-set-civil = Set

## The ledger. At most 44 characters.

ledger-accounts = Accounts
ledger-postings = Recent entries

## The ledger. At most 240 characters.

ledger-balanced = All money is accounted for.
# $reason - a sentence without its full stop
ledger-unbalanced = The money does not add up: { $reason }.
ledger-no-postings = Nothing has been booked yet.

## The history. At most 44 characters.

journal-save = Save session
journal-open = Open session (.feature)

## The history. At most 240 characters.

journal-empty = Nothing has happened yet.
journal-hint = Newest first. Tap a rule to see what it says.
# $passed - how many
# $failed - how many
journal-played = Checks: { $passed } passed, { $failed } failed.

## Sessions as files. At most 240 characters.

file-scenario = Scenario
file-reading = Reading the file …
# $line - a number
# $reason - a sentence without its full stop
file-line = line { $line }: { $reason }
# $file - the name of the file
file-too-large = “{ $file }” is larger than 2 MB; a session is never that large. Nothing has changed.
# $file - the name of the file
file-not-text = “{ $file }” is not a text file; choose a .feature file. Nothing has changed.
file-no-parser = The part of the page that reads files could not be loaded; check the connection and try again.
# $file - the name of the file
# $reason - a sentence without its full stop
file-cannot-play = “{ $file }” cannot be played: { $reason }. Nothing has changed.
file-no-scenario = there is no scenario in it
file-not-gherkin = this is not Gherkin
# $reason - a sentence without its full stop
file-cannot-save = The session cannot be saved: { $reason }.

## The settings. At most 44 characters.

# $least - the smallest value
# $most - the largest value
settings-bounds = { $least } to { $most }
# $clause - a clause of the manual, P-14
settings-from-manual = manual, { $clause }
# $source - where it is from
settings-from-public = public source: { $source }
settings-invented = assumed

## The settings. At most 240 characters.

settings-hint = Changes apply from the next operation.

## The settings. At most 60 characters.

setting-device-language = Language on the display
unit-millis = ms
unit-seconds = s
unit-ore = øre
unit-ore-per-kwh = øre per kWh
unit-watt-hours = Wh
unit-watts = W
unit-kilowatt-hours = kWh
choice-no = no
choice-yes = yes
choice-freeze = freeze the card
choice-forfeit = forfeit the load

## The session. At most 44 characters.

session-begin-opening = Start over with sample cards
session-begin-bare = Start over with no cards
# $version - 0.1.0
session-version = Version { $version }

## What a person typed cannot be used. At most 240 characters.

# $example - an amount, 100.50
typed-amount-missing = The amount is missing; write for example { $example }.
typed-amount-negative = An amount cannot be below zero.
# $typed - what the person typed
# $example - an amount, 100.50
typed-amount-unclear = “{ $typed }” is not an amount; write for example { $example }.
# $typed - what the person typed
# $whole - an amount, 1234
# $decimal - an amount, 1.23
typed-amount-ambiguous = “{ $typed }” could be { $whole } or { $decimal }; write one of these.
# $typed - what the person typed
typed-amount-too-fine = “{ $typed }” has more than two decimals; the smallest coin is one øre.
# $typed - what the person typed
typed-amount-too-large = “{ $typed }” is more than any card could hold.
# $typed - what the person typed
typed-civil-unclear = “{ $typed }” is not a date and time between 2000 and 2135; write for example 2026-11-20 08:00:00.
# $typed - what the person typed
typed-ms-unclear = “{ $typed }” is not a whole number of milliseconds up to 4294967295.
# $typed - what the person typed
typed-number-unclear = “{ $typed }” is not a whole number that this setting could have.

## Why something is refused, on both pages. English is compared with the acceptance language. At most 160 characters.

# $card - the name of the card
refused-no-such-card = There is no card named “{ $card }” in the wallet.
# $card - the name of the card
refused-name-taken = There is a card named “{ $card }” already; choose another name.
refused-bad-name = A name has 1 to 24 characters, and none of " < > | \; choose another.
# $card - the name of the card
refused-one-card = “{ $card }” is one card; choose another one to go with it.
# $card - the name of the card
# $reason - a sentence without its full stop
refused-unreadable = “{ $card }” cannot be read: { $reason }.
refused-both-slots = neither of its two slots has a right checksum
refused-nonsense = its checksum is right, but it holds a value that the layout does not have
refused-ambiguous = its two slots claim the same sequence number with different contents
refused-other-layout = it is written in a layout that this program does not know
refused-no-such-setting = There is no such setting.
# $setting - the name of the setting
# $value - as it is written
# $least - the smallest value
# $most - the largest value
refused-bad-setting = { $setting } cannot be { $value }: it must lie between { $least } and { $most }.

## The firmware beside the replica. At most 240 characters.

firmware-run = Run real firmware
firmware-stop = Stop the firmware
firmware-explained = The file that is flashed to a Raspberry Pi Pico runs here on an emulated board, on the same inputs.
firmware-coming = The firmware and its board are being fetched …
firmware-building = The firmware is being built; it starts by itself as soon as it is ready …
firmware-missing = The firmware could not be fetched; check the connection.
firmware-again = Try again
# $reason - a sentence without its full stop
firmware-broken = The emulated board has stopped: { $reason }.
firmware-display = What the firmware shows
firmware-marked = Pixels that differ are pink.
firmware-otherwise = Lamps or relays differ.
firmware-keeps-up = in sync
# $time - date and time
firmware-behind = catching up ({ $time })
# $time - date and time
firmware-waiting = catching up, clock paused ({ $time })
# $name - a name
# $version - 0.1.0
# $size - in kilobytes
firmware-file = { $name } { $version } · { $size } kB
firmware-download = Download the UF2 file

## The quay. Its page. At most 240 characters.

quay-tagline = Try a marina power pedestal
quay-invite = Drag a card from the wallet to the holder, or use the card’s button.
quay-wallet-empty = The wallet is empty. Create a card below.
quay-release-hint = Clears credit left on a socket of this pedestal by a lost or destroyed card.
# $time - date and time
quay-session-title = A session at the quay, { $time }
site-bus = Bus ticket validator

## The quay. The pedestal. At most 44 characters.

# $number - its number
pedestal-number = Pedestal { $number }
pedestal-display = Display of the pedestal
pedestal-back = Back
pedestal-enter = Enter
# $socket - the number of the socket
pedestal-socket = Socket { $socket }
pedestal-holder = Card holder
pedestal-plug-in = Plug in
pedestal-unplug = Unplug
pedestal-is-live = live
pedestal-switched-on = on
pedestal-is-off = off

## The quay. The pedestal. At most 240 characters.

pedestal-key-back = 1 Tilbake Back
pedestal-key-enter = 2 Enter
# $socket - the number of the socket
pedestal-choose = Socket { $socket }
# $socket - the number of the socket
pedestal-choose-lit = Socket { $socket }, lit blue
# $socket - the number of the socket
pedestal-push-plug = Plug the boat into socket { $socket }
# $socket - the number of the socket
pedestal-pull-plug = Unplug the boat from socket { $socket }
pedestal-take = Take out

## The quay. The pedestal. At most 110 characters.

# $sockets - numbers, separated by commas
pedestal-sockets-lit = Lit blue: sockets { $sockets }
pedestal-sockets-dark = No socket is lit

## The quay. The wallet. At most 44 characters.

quay-card-put-in = Insert card
# $pedestal - the number of the pedestal
quay-card-in-holder = In the holder of pedestal { $pedestal }
quay-card-amount = Amount (kr)

## The quay. The service desk. At most 44 characters.

desk-load = Top up card
desk-pay-out = Pay out
desk-read = Read card
desk-reset = Reset
desk-write-off = Write off
# $socket - the number of the socket
desk-release = Release socket { $socket }
desk-open-now = Open
desk-closed-now = Closed
desk-hours = Monday to Friday 08:00–15:30
desk-address = Harbour office, 1 Quay Street, ground floor

## The quay. Boats and power. At most 44 characters.

boats-walk = You are at
boats-mains = Quay power
boats-mains-on = On
boats-mains-off = Off
# $socket - the number of the socket
boats-boat = Boat at socket { $socket }
boats-credit-left = Credit
boats-delivered = Delivered
boats-draws = Power use
boats-lasts = Time left
boats-aboard = On board
# $hours - whole hours
# $minutes - the minutes beside them
boats-hours-minutes = { $hours } h { $minutes } min

## The quay. Kinds of cards. At most 60 characters.

quay-kind-user = User card
quay-kind-other-marina = Another marina’s card
quay-kind-foreign = Foreign card
quay-kind-blocked = Blocked card
quay-kind-spoilt = Interrupted card

## The quay. Lines of a card's own log. At most 60 characters.

quay-log-load = load
quay-log-return = return
quay-log-sale = sale
quay-log-reset = reset
quay-log-pay-out = pay-out

## The quay. What is switched on aboard. At most 60 characters.

appliance-light = Cabin light
appliance-fridge = Fridge
appliance-dehumidifier = Dehumidifier
appliance-charger = Battery charger
appliance-boiler = Water heater
appliance-heater = Fan heater
appliance-kettle = Kettle

## The quay. Accounts of the ledger. At most 60 characters.

quay-account-sold = Sold at the desk
# $card - the name of the card
quay-account-on-card = Card { $card }
# $card - the name of the card
quay-account-frozen = Frozen on card { $card }
# $socket - the number of the socket
quay-account-on-socket = Socket { $socket }
# $socket - the number of the socket
quay-account-suspense = In suspense, socket { $socket }
quay-account-consumed = Delivered as energy
quay-account-rounding = Below one øre
quay-account-lost = Lost for good
quay-account-cash-out = Paid out

## The quay. Why value moved. At most 60 characters.

quay-cause-sale = sold
quay-cause-load = loaded onto the socket
quay-cause-return = taken back
quay-cause-metering = energy used
quay-cause-given-back = given back after a power cut
quay-cause-tear = card pulled out too early
quay-cause-resume = update completed after all
quay-cause-suspense = outcome not known
quay-cause-settlement = outcome settled
quay-cause-reset = card reset
quay-cause-forfeit = forfeited (training rule)
quay-cause-card-gone = card destroyed or lost
quay-cause-write-off = written off
quay-cause-pay-out = paid out

## The quay. Screens of the pedestal, in the history. At most 60 characters.

pedestal-screen-welcome = welcome
pedestal-screen-service-select = choose a socket
pedestal-screen-busy = socket in use
pedestal-screen-outlet-status = socket status
pedestal-screen-updating = updating
pedestal-screen-remove-card = remove the card
pedestal-screen-interrupted = interrupted
pedestal-screen-wrong-card = wrong card
pedestal-screen-one-card-only = one card only
pedestal-screen-invalid-card = invalid card
pedestal-screen-credit-check = credit check
pedestal-screen-dark = no power

## The quay. Names of the settings. At most 60 characters.

quay-setting-inactivity = Back one screen after
quay-setting-step = One press moves
quay-setting-hold = Hold time for refund
quay-setting-dead-zone = Dead zone before the hold
quay-setting-pause = Short pause before updating
quay-setting-update = An update takes
quay-setting-final-write = Last write before the end
quay-setting-recovery = Time to put the card back
quay-setting-tear-policy = After an unfinished update
quay-setting-remove-prompt = “Remove card” stays for (0: until removed)
quay-setting-price = Price of energy
quay-setting-one-socket = One socket per card only
quay-setting-memory = Meter written to memory every
quay-setting-detect = Card reader: to detect a card
quay-setting-write = Card reader: to write a card
quay-setting-confirm = Card reader: to confirm a write
quay-setting-desk-hours = Enforce desk opening hours

## The quay. Why something is refused. English is compared with the acceptance language. At most 160 characters.

# $card - the name of the card
quay-refused-card-in-holder = “{ $card }” lies in a pedestal's holder; take it out first.
quay-refused-holder-taken = A card lies in the holder; take it out first.
quay-refused-holder-empty = There is no card in the holder.
# $pedestal - the number of the pedestal
quay-refused-no-such-pedestal = There is no pedestal { $pedestal } on this quay; walk to 1 or 2.
# $card - the name of the card
quay-refused-destroyed = “{ $card }” is destroyed; destroyed cards are not replaced (P-02).
# $card - the name of the card
quay-refused-lost = “{ $card }” is lost; lost cards are not replaced (P-02).
# $card - the name of the card
quay-refused-not-gone = “{ $card }” is neither destroyed nor lost.
# $card - the name of the card
quay-refused-foreign = “{ $card }” was not issued by this marina.
# $card - the name of the card
quay-refused-blocked = “{ $card }” is blocked by its issuer.
# $card - the name of the card
quay-refused-must-be-reset = “{ $card }” is invalid: an update was not finished; have it reset first (P-21).
# $card - the name of the card
quay-refused-nothing-to-reset = “{ $card }” is valid: there is nothing to reset.
# $pedestal - the number of the pedestal
quay-refused-unreachable = Pedestal { $pedestal } cannot be reached; try again when its power is back.
# $amount - with its currency
quay-refused-bad-amount = { $amount } cannot be put on this card: it must be more than nothing and fit the card.
# $card - the name of the card
quay-refused-nothing-to-pay-out = “{ $card }” holds nothing to pay out.
# $socket - the number of the socket
quay-refused-nothing-to-release = Socket { $socket } holds no credit of a destroyed or lost card.
# $socket - the number of the socket
quay-refused-update-open = An update of socket { $socket } waits for its card; write off the card first, or let the minute end.
# $card - the name of the card
quay-refused-nothing-to-write-off = No pedestal keeps an open record of “{ $card }”.
quay-refused-desk-closed = The service desk is closed; it is open Monday to Friday, 08:00 to 15:30.
# $socket - the number of the socket
quay-refused-plug-as-it-is = The plug of socket { $socket } is that way already.
# $socket - the number of the socket
# $wanted - watts
# $allowed - watts
quay-refused-too-much-power = Socket { $socket } would have to give { $wanted } W; its fuse allows { $allowed } W. Switch something off first.
quay-refused-no-power = The pedestals have no power.
quay-refused-power-is-on = The power is on already.

## The quay. What the desk reads out. English is compared with the acceptance language. At most 160 characters.

# $card - the name of the card
# $number - its number
# $balance - with its currency
# $status - how the card is: valid, blocked, …
desk-read-card = { $card } (number { $number }): { $balance }, { $status }.
# $pedestal - the number of the pedestal
# $amount - with its currency
desk-read-mark = Interrupted at pedestal { $pedestal }; a reset restores { $amount }.
# $socket - the number of the socket
desk-read-settled = The update of socket { $socket } is settled.
# $socket - the number of the socket
# $amount - with its currency
desk-read-socket = Socket { $socket } holds { $amount } of it.
# $socket - the number of the socket
desk-read-at-socket = (socket { $socket })

## The quay. What was done, in the history. At most 160 characters.

# $card - the name of the card
quay-did-present = You put “{ $card }” in the holder.
# $card - the name of the card
# $other - the name of the other card
quay-did-present-both = You put “{ $card }” and “{ $other }” in the holder together.
quay-did-take = You take the card out.
# $key - what is on the key
quay-did-press = You press { $key }.
# $key - what is on the key
quay-did-release = You let go of { $key }.
# $pedestal - the number of the pedestal
quay-did-walk = You go to pedestal { $pedestal }.
quay-did-power-off = The power fails.
quay-did-power-on = The power is back.
# $socket - the number of the socket
quay-did-plug = You plug the boat into socket { $socket }.
# $socket - the number of the socket
quay-did-unplug = You unplug the boat from socket { $socket }.
# $appliance - its name
# $socket - the number of the socket
# $state - on or off
quay-did-switch = You switch { $appliance } at socket { $socket }: { $state }.
# $card - the name of the card
# $kind - the kind of card
# $amount - with its currency
quay-did-create = You get the card “{ $card }” ({ $kind }) with { $amount } on it.
# $card - the name of the card
# $new - its new name
quay-did-rename = You rename “{ $card }” to “{ $new }”.
# $card - the name of the card
quay-did-discard = You discard “{ $card }”.
# $card - the name of the card
quay-did-destroy = You punch a hole in “{ $card }”.
# $card - the name of the card
quay-did-lose = You lose “{ $card }”.
# $card - the name of the card
# $amount - with its currency
quay-did-load = The desk puts { $amount } on “{ $card }”.
# $card - the name of the card
quay-did-pay-out = The desk pays out “{ $card }”.
# $card - the name of the card
quay-did-read = The desk reads “{ $card }”.
# $card - the name of the card
quay-did-reset = The desk resets “{ $card }”.
# $card - the name of the card
quay-did-write-off = The desk writes off “{ $card }”.
# $socket - the number of the socket
quay-did-release-socket = The desk releases socket { $socket }.
# $time - date and time
quay-did-set-clock = Date and time are set to { $time }.
# $setting - the name of the setting
# $value - as it is written
quay-did-configure = You set “{ $setting }” to { $value }.
# $pedestal - the number of the pedestal
# $screen - what the screen shows
quay-happened = Pedestal { $pedestal }: { $screen }

## The quay. What the clauses of the manual mean. At most 170 characters.

clause-p-05 = The pillar has a card holder, Back, Enter and a button for each socket.
clause-p-06 = At rest the display shows the welcome screen.
clause-p-07 = More than 5 s without a touch: one screen back.
clause-p-08 = Take the card out and the display goes to the welcome screen at once.
clause-p-09 = A user card in the holder opens socket selection.
clause-p-10 = The button of a socket chooses it.
clause-p-11 = If the socket is in use, the display asks for another.
clause-p-12 = A free socket opens its status screen.
clause-p-13 = The status shows the socket, its credit and the card’s credit.
clause-p-14 = Each press loads 10 kr from the card onto the socket.
clause-p-15 = Holding the button about 5 s takes all credit back to the card.
clause-p-16 = After a short pause without a press, updating begins.
clause-p-17 = Updating takes about 5 s; the card must stay in.
clause-p-18 = Pulling the card out while updating costs credit and makes the card invalid.
clause-p-19 = The card may come back within 1 minute to complete the update.
clause-p-20 = If it does not come back, the card becomes invalid.
clause-p-21 = The service desk resets an invalid card to its value at the interruption.
clause-p-22 = When the update is finished, the display asks for the card to be removed.
clause-p-23 = A socket with credit switches on by itself, and its button lights blue.
clause-p-24 = Power is counted in kilowatt-hours.
clause-p-25 = When its credit is used up or removed, the socket switches off.
clause-p-26 = Without a card, the button of a socket shows its credit at any time.
clause-dp-01 = Six buttons: Back, Enter and one for each of four sockets.
clause-dp-02 = Back goes one screen back and drops unconfirmed presses; Enter confirms.
clause-dp-03 = The display speaks the language that is set.
clause-dp-04 = “Previous screen” is fixed for each screen, not what was seen last.
clause-dp-05 = Exactly 5 s is not yet “more than 5 s”; the short pause is 3 s after the last release.
clause-dp-06 = No button and no timeout touches an update; “remove card” waits for the card.
clause-dp-07 = A card still in the holder can go on from the welcome screen.
clause-dp-08 = On a socket’s status, another socket’s button moves nothing.
clause-dp-09 = In use means: it holds another card’s credit.
clause-dp-10 = The pedestal’s credit is that of the chosen socket, also in kWh.
clause-dp-11 = A press counts when it is let go; a full hold counts once and is no press.
clause-dp-12 = Presses add up, never above the card’s balance; money moves in the update.
clause-dp-13 = A hold replaces earlier presses; what is below one øre is booked as rounding.
clause-dp-14 = You get one minute only if you pull the card during an update.
clause-dp-15 = A card that comes back runs the whole update again.
clause-dp-16 = Only the same card at the same pedestal counts; the minute runs on for any other.
clause-dp-17 = A card is marked with its value before anything moves.
clause-dp-18 = A destroyed or lost card is refused everywhere; its balance is lost.
clause-dp-19 = A reset at the desk ends the minute that waits for the card.
clause-dp-20 = A socket is on, and blue, exactly while it has credit that is not being returned.
clause-dp-21 = Each watt-hour is paid exactly; the last one may be paid in part.
clause-dp-22 = A credit check lasts until 5 s without a touch; it is possible during the minute, too.
clause-dp-23 = A card that is not served sends you to the service desk.
clause-dp-24 = This is an unofficial training replica.
clause-dp-25 = After a power cut everything in memory goes on; sockets with credit are on again.
clause-dp-26 = One card may have several sockets, unless the setting says one.
clause-dp-27 = Pulled out during the last write: the amount stays in suspense until the card is seen.
clause-dp-28 = A socket is chosen when its button goes down; that press loads nothing.
clause-dp-29 = While an update is open, it decides what an inserted card means.
clause-dp-30 = Mark and counter on the card tell whether to run again, finish or start over.
clause-dp-31 = The card itself, or the desk, settles an update whose outcome was unknown.
clause-dp-32 = A power cut counts as removal; the minute runs once more after the first restart.
clause-dp-33 = The meter is written to memory every 10 Wh; a power cut may give back that much.
clause-dp-34 = A running operation keeps the settings it began with.
clause-dp-35 = The desk can release a socket whose card is destroyed or lost.
clause-dp-36 = With a card in the holder the welcome screen says so, and that buttons 1 to 4 go on.
clause-dp-37 = A line about a button names it, and none asks for a press that the card cannot pay.
clause-dp-38 = A hold let go too early loads; the display says so and that Back takes it back.
clause-dp-39 = Each socket shows the kWh delivered since it was last free; the money trail shows kWh, too.

## The bus. Its page. At most 150 characters.

bus-tagline = Try a bus ticket validator
# $time - date and time
bus-session-title = A ride on { $time }
site-quay = Shore-power pedestal

## The bus. The validators. At most 150 characters.

validator-training = Training replica
validator-old-type = Old type
validator-new-type = New type
# $bus - the number of the bus
bus-number = Bus { $bus }
validator-side-by-side = Side by side
validator-display = Display
validator-front = Card reader
validator-pocket = Side pocket for internet top-ups
validator-lamp-on = Red lamp lit
validator-lamp-off = Red lamp off
validator-quiet = No beep
validator-key-n = N: normal ticket
validator-key-u = U: reduced ticket
validator-key-s = S: check of the card; twice: top-up
validator-take-away = Take away
bus-pocket-hint-keys = Take the card out, press S twice, then put it in again.
# $field - what the field of the display says
bus-pocket-hint-touch = Take the card out, touch “{ $field }”, then put it in again.
bus-no-run = Not in service
# $number - its number
# $name - a name
bus-stop = Stop { $number }: { $name }

## The bus. The wallet. At most 150 characters.

bus-card-hold = Tap on the validator
bus-card-hold-hint = Press and hold: the card is there as long as you hold
# $length - 1 s
bus-card-tap-for = Tap for { $length }
bus-card-leave = Keep it on the reader
bus-card-into-pocket = Put in the side pocket
bus-card-invite = Hold a card against the validator, or drag it there.
bus-card-empty = There is no card in the wallet.
bus-card-held-for = Tap duration
bus-card-personalised = Personalised card
bus-card-at-validator = at a validator
bus-card-no-purse = no balance
bus-card-without-purse = Leave empty for a card without money
bus-card-amount = Amount (zł)
# $count - how many
bus-card-orders = Orders: { $count }

## The bus. Line and driver. At most 150 characters.

driver-next-stop = Next stop
driver-end-run = End trip
driver-depart = Start next trip
driver-block = Block validators
driver-unblock = Unblock validators
driver-power = Power
driver-power-on = on
driver-power-off = off
# $line - a number
# $stop - a stop
driver-direction = Line { $line } to { $stop }

## The bus. The web shop. At most 150 characters.

shop-hint = Orders wait here until you load them in the side pocket or at the service point.
shop-top-up = Order a top-up
shop-order-period = Order a period ticket
shop-waiting = Waiting
shop-nothing-waits = No orders waiting.
# $amount - with its currency
shop-purse-order = top-up of { $amount }
# $from - a date or an amount
# $to - a date
shop-period-order = period ticket { $from } – { $to }
shop-card = Card
shop-fare = Fare
shop-from-day = First day
shop-until-day = Last day
shop-days = Days

## The bus. The service point. At most 150 characters.

service-read = Read the card
service-fetch = Load orders
service-load = Top up
service-sell-card = Sell a card
service-first-load = First load (zł)
service-sell-period = Sell a period ticket
service-entitle = Write an entitlement
service-entitlement = Entitlement
service-set-fare = Default fare
service-no-fare = none
service-set-days = Set the card’s first and last day
service-report-lost = Report as lost
service-report-found = Report as found

## The bus. The inspector. At most 150 characters.

inspector-inspect = Check the card
inspector-hint = Check a card the way an inspector would.
inspector-valid = valid
inspector-not-valid = not valid

## The bus. The tariff. At most 150 characters.

tariff-prices = What a ride costs (zł)
tariff-single = Single ticket, taken in advance
# $amount - with its currency
tariff-load-class = Last load of { $amount } or more
# $stops - a number of stops
tariff-up-to-stops = up to { $stops } stops
tariff-further = longer rides
tariff-kielce = Kielce, price list of resolution XXXVII/679/2012 (historic training tariff)
tariff-rybnik = Rybnik 2017, zone 0 (historic; the reduced fare up to 2 stops is invented)
tariff-jastrzebie = Jastrzębie-Zdrój 2016 (historic; the advance is taken to be the longest ride's fare: invented)

## The bus. What a person typed cannot be used. At most 170 characters.

# $typed - what the person typed
bus-typed-too-fine = “{ $typed }” has more than two decimals; the smallest coin is one grosz.
bus-typed-no-date = The day is missing; write for example 2026-11-20.
# $typed - what the person typed
bus-typed-bad-date = “{ $typed }” is not a day between 2000 and 2179; write for example 2026-11-20.
bus-typed-no-days = The number of days is missing; write for example 30.
# $typed - what the person typed
bus-typed-bad-days = “{ $typed }” is not a number of days; write for example 30.

## The bus. Kinds of cards. At most 60 characters.

bus-kind-normal = Personalised card, normal fare
bus-kind-reduced = Personalised card, reduced fare
bus-kind-free = Personalised card, free travel
bus-kind-bearer = Anonymous card
bus-kind-controller = Inspector’s card
bus-kind-other-city = Another city’s card
bus-kind-foreign = Card of some other system
bus-kind-blocked = Blocked card
bus-kind-unreadable = Unreadable card

## The bus. How a card is. At most 60 characters.

status-reported-lost = reported lost
status-expired = expired
status-not-yet-valid = not yet valid
status-other-city = other city
status-no-bus-card = not a bus card

## The bus. Entitlements and tickets. At most 60 characters.

entitlement-reduced = reduced fares
entitlement-free = free travel
fare-normal = normal
fare-reduced = reduced

## The bus. Fields of the touch display. At most 60 characters.

field-normal = Normal
field-reduced = Reduced
field-check = Check
field-top-up = Top-up

## The bus. Lines of a card's own log. At most 60 characters.

bus-log-at-service-point = service point
bus-log-normal-ticket = normal ticket
bus-log-reduced-ticket = reduced ticket
bus-log-period-ride = period ride
bus-log-free-ride = free ride
bus-log-exit = exit
bus-log-order = order
bus-log-other = other

## The bus. Accounts of the ledger. At most 60 characters.

bus-account-sold = Sold at the service point and on the web
# $card - the name of the card
bus-account-on-card = Card { $card }
# $order - the number of the order
bus-account-on-order = Paid for order { $order }
# $card - the name of the card
# $run - the number of the run
bus-account-advance = Taken in advance, card { $card }, run { $run }
bus-account-fares = Fares for rides
bus-account-lost = Lost for good

## The bus. Why value moved. At most 60 characters.

bus-cause-sale = sold
bus-cause-order = ordered on the web
bus-cause-top-up = order put on the card
bus-cause-entry = single ticket taken
bus-cause-refund = given back at the exit
bus-cause-exit = ride settled at the exit
bus-cause-no-exit = exit never registered
bus-cause-card-gone = card destroyed, lost or thrown away

## The bus. Screens of a validator, in the history. At most 60 characters.

validator-screen-rest = ready
validator-screen-out-of-service = out of service
validator-screen-blocked = blocked
validator-screen-take-away = “Take card away”: it was there when the power came back
validator-screen-armed-normal = normal ticket, waiting for a card
validator-screen-armed-reduced = reduced ticket, waiting for a card
validator-screen-armed-check = card check, waiting for a card
validator-screen-writing = writing the card
validator-screen-taken = fare taken
validator-screen-exit = exit registered
validator-screen-period = period ticket registered
validator-screen-free = free travel registered
validator-screen-blocking = block set or lifted by a card
validator-screen-orders = web orders put on the card
validator-screen-refused = not done, the reason is shown
validator-screen-check-operation = “Check operation”: card taken away too soon
validator-screen-page = what is on the card
validator-screen-top-up-wait = side pocket waiting for the card
validator-screen-top-up-run = fetching web orders
validator-screen-dark = no power

## The bus. Names of the settings. At most 60 characters.

bus-setting-arm = A key waits for its card for
bus-setting-page = Each page of a card check stays for
bus-setting-message-min = A message stays for at least
bus-setting-detect = A card is detected after
bus-setting-commit = A card is changed after
bus-setting-confirm = The change is confirmed after
bus-setting-tear-notice = A message without a card stays for
bus-setting-beep-on = A beep lasts
bus-setting-beep-off = Pause between beeps
bus-setting-status-while-blocked = Cards can be checked while blocked
bus-setting-same-stop-exit = Exit possible at the boarding stop
bus-setting-limit = Most tickets from one stop
bus-setting-pocket-wait = The side pocket waits for
bus-setting-pocket-run = A transfer in the side pocket takes
bus-setting-hotlist = Lost, blocked and expired cards are refused
bus-setting-boot = Starting a bus computer takes

## The bus. Why something is refused. English is compared with the acceptance language. At most 170 characters.

# $card - the name of the card
bus-refused-card-at-validator = “{ $card }” is at a validator; take it away from there first.
bus-refused-pocket-taken = A card is in the side pocket; take it out first.
bus-refused-front-taken = A card is held to the validator; take it away first.
bus-refused-pocket-empty = There is no card in the side pocket.
bus-refused-front-empty = There is no card at the validator.
# $bus - the number of the bus
bus-refused-no-such-bus = There is no bus { $bus }; board 1 or 2.
bus-refused-no-keys = The new validator has no keys; touch its display.
bus-refused-no-touch = The old validator has no touch display; press its keys.
bus-refused-last-stop = This is the last stop; begin the next run.
bus-refused-no-run = The bus is on no run; begin the next one.
bus-refused-no-more-runs = This bus has no more numbers for runs.
# $card - the name of the card
bus-refused-destroyed = “{ $card }” is destroyed.
# $card - the name of the card
bus-refused-lost = “{ $card }” is lost.
# $card - the name of the card
bus-refused-foreign = “{ $card }” is no passenger's card of this city.
# $card - the name of the card
# $status - how the card is: valid, blocked, …
bus-refused-not-usable = “{ $card }” is { $status }.
# $card - the name of the card
bus-refused-no-purse = “{ $card }” has no purse.
# $card - the name of the card
bus-refused-not-personalised = “{ $card }” is a bearer card; only personalised cards have an account.
bus-refused-never-a-purse = Such a card has no purse.
bus-refused-not-sold = The service point does not sell such cards.
# $least - the smallest value
bus-refused-first-load = The first load of such a card is at least { $least }.
# $least - the smallest value
bus-refused-top-up-too-small = A top-up is at least { $least }.
# $most - the largest value
bus-refused-too-much = A purse holds at most { $most }.
# $card - the name of the card
bus-refused-no-room = “{ $card }” has no place for another period ticket until one has ended.
# $days - 30 days, or a list of numbers
bus-refused-no-such-period = Period tickets are for { $days } days and begin today or later.
bus-refused-days-reversed = The last day cannot come before the first.
bus-refused-order-waits = One such order waits for this card already; fetch it first.
# $card - the name of the card
# $days - 30 days, or a list of numbers
bus-refused-no-orders = Nothing waits for “{ $card }” (on buses: { $days } days).
# $card - the name of the card
bus-refused-reported-already = “{ $card }” has been reported lost already.
# $card - the name of the card
bus-refused-not-reported = Nobody has reported “{ $card }” lost.
bus-refused-hotlist-full = The list of lost cards is full; report one found first.
bus-refused-no-power = The buses are switched off.
bus-refused-power-is-on = The buses are switched on already.
bus-refused-starting = The bus computer is still starting.
bus-refused-no-such-tariff = There is no such tariff.
bus-refused-no-such-row = There is no such row in the tariff.
# $fare - normal or reduced
# $price - an amount
# $most - the largest value
bus-refused-bad-single = a { $fare } single ticket cannot cost { $price } zł: between 0.01 and { $most } zł.
bus-refused-no-class = a tariff needs at least one load class.
# $from - a date or an amount
bus-refused-class-order = the load class from { $from } zł must begin above the class before it.
# $from - a date or an amount
# $stops - a number of stops
bus-refused-band-order = in the load class from { $from } zł the band of up to { $stops } stops must reach further than the band before it.
# $from - a date or an amount
bus-refused-no-last-band = the load class from { $from } zł has no fare for the longest rides.
# $fare - normal or reduced
# $price - an amount
# $from - a date or an amount
# $single - an amount
bus-refused-longest-above-single = the { $fare } fare of { $price } zł for the longest rides, load class from { $from } zł, is above the single ticket of { $single } zł.
# $fare - normal or reduced
# $price - an amount
# $stops - a number of stops
# $from - a date or an amount
# $single - an amount
bus-refused-above-single = the { $fare } fare of { $price } zł for up to { $stops } stops, load class from { $from } zł, is above the single ticket of { $single } zł.

## The bus. What the service point reads. English is compared with the acceptance language. At most 170 characters.

# $card - the name of the card
# $number - its number
# $status - how the card is: valid, blocked, …
# $from - a date or an amount
# $to - a date
service-read-personalised = { $card } (number { $number }): personalised card, { $status }, from { $from } to { $to }.
# $card - the name of the card
# $number - its number
# $status - how the card is: valid, blocked, …
# $from - a date or an amount
# $to - a date
service-read-bearer = { $card } (number { $number }): bearer card, { $status }, from { $from } to { $to }.
service-read-normal = A plain tap takes the normal fare.
service-read-reduced = A plain tap takes the reduced fare.
service-read-no-fare = No fare is set.
# $until - a date
service-read-entitled-reduced = Entitled to reduced fares until { $until }.
# $until - a date
service-read-entitled-free = Entitled to free travel until { $until }.
# $amount - with its currency
# $class - the number of the load class
service-read-purse = Purse { $amount }, load class { $class }.
service-read-no-purse = No purse.
# $fare - normal or reduced
# $from - a date or an amount
# $to - a date
service-read-period = Period ticket, { $fare }, from { $from } to { $to }.
# $run - the number of the run
# $normal - a count of tickets
# $reduced - a count of tickets
# $amount - with its currency
service-read-ride = Open ride in run { $run }: { $normal } normal, { $reduced } reduced, { $amount } taken.
# $order - the number of the order
# $amount - with its currency
service-read-order = Order { $order } waits: { $amount }.
# $order - the number of the order
# $until - a date
service-read-order-period = Order { $order } waits: period ticket to { $until }.
# $line - a number
# $stop - a stop
service-read-at-stop = (line { $line }, stop { $stop })

## The bus. What the inspector finds. English is compared with the acceptance language. At most 170 characters.

# $card - the name of the card
# $number - its number
# $reason - a sentence without its full stop
inspection-valid = { $card } (number { $number }): valid, { $reason }.
# $card - the name of the card
# $number - its number
# $reason - a sentence without its full stop
inspection-not-valid = { $card } (number { $number }): NOT VALID, { $reason }.
# $normal - a count of tickets
# $reduced - a count of tickets
inspection-tickets = Tickets on this ride: { $normal } normal, { $reduced } reduced.
inspection-by-purse = a ticket from the purse is registered here
inspection-by-period = a period ticket is registered here
inspection-by-free = free travel is registered here
# $until - a date
inspection-period-while-blocked = a period ticket until { $until }, and while the validators are blocked that is enough (DK-11)
# $until - a date
inspection-period-not-registered = a period ticket until { $until }, not registered on this ride (K-12)
inspection-companions-only = only companions' tickets are registered here
inspection-got-off = the exit from this ride is registered
inspection-nothing = nothing is registered here
# $status - how the card is: valid, blocked, …
inspection-card-not-usable = the card is { $status }
inspection-bus-on-no-run = the bus is on no run

## The bus. What was done, in the history. At most 170 characters.

# $card - the name of the card
bus-did-hold = You hold “{ $card }” against the validator.
# $card - the name of the card
# $other - the name of the other card
bus-did-hold-both = You hold “{ $card }” and “{ $other }” against the validator together.
# $card - the name of the card
bus-did-pocket = You put “{ $card }” into the side pocket.
bus-did-take = You take the card away from the validator.
bus-did-take-out = You take the card out of the side pocket.
# $key - what is on the key
bus-did-press = You press { $key }.
# $key - what is on the key
bus-did-release = You let go of { $key }.
# $field - the field of the display
bus-did-touch = You touch “{ $field }” on the display.
bus-did-touch-nothing = You touch the display beside the fields.
bus-did-lift = You lift your finger off the display.
# $bus - the number of the bus
bus-did-walk-old = You go to the old validator of bus { $bus }.
# $bus - the number of the bus
bus-did-walk-new = You go to the new validator of bus { $bus }.
bus-did-next-stop = The driver goes on to the next stop.
bus-did-end-run = The driver ends the trip.
bus-did-depart = The driver starts the next trip.
bus-did-block = The driver blocks the validators.
bus-did-unblock = The driver unblocks the validators.
bus-did-power-off = Both buses are switched off.
bus-did-power-on = Both buses are switched on.
# $card - the name of the card
# $kind - the kind of card
# $amount - with its currency
bus-did-create = You get the card “{ $card }” ({ $kind }) with { $amount } on it.
# $card - the name of the card
# $kind - the kind of card
bus-did-create-without = You get the card “{ $card }” ({ $kind }) without a balance.
# $card - the name of the card
# $new - its new name
bus-did-rename = You rename “{ $card }” to “{ $new }”.
# $card - the name of the card
bus-did-discard = You discard “{ $card }”.
# $card - the name of the card
bus-did-destroy = You punch a hole in “{ $card }”.
# $card - the name of the card
bus-did-lose = You lose “{ $card }”.
# $card - the name of the card
# $kind - the kind of card
# $amount - with its currency
bus-did-sell = The service point sells “{ $card }” ({ $kind }) with a first load of { $amount }.
# $card - the name of the card
# $amount - with its currency
bus-did-load = The service point puts { $amount } on “{ $card }”.
# $card - the name of the card
# $fare - normal or reduced
# $from - a date or an amount
# $to - a date
bus-did-sell-period = The service point puts a period ticket on “{ $card }”: { $fare }, from { $from } to { $to }.
# $card - the name of the card
# $until - a date
bus-did-entitle-reduced = The service point entitles “{ $card }” to reduced fares until { $until }.
# $card - the name of the card
# $until - a date
bus-did-entitle-free = The service point entitles “{ $card }” to free travel until { $until }.
# $card - the name of the card
bus-did-set-normal = The service point sets “{ $card }” to the normal fare.
# $card - the name of the card
bus-did-set-reduced = The service point sets “{ $card }” to the reduced fare.
# $card - the name of the card
bus-did-set-no-fare = The service point removes the fare that was set on “{ $card }”.
# $card - the name of the card
# $from - a date or an amount
# $to - a date
bus-did-set-days = The service point makes “{ $card }” valid from { $from } to { $to }.
# $card - the name of the card
bus-did-read = The service point reads “{ $card }”.
# $card - the name of the card
bus-did-fetch = The service point puts the web orders on “{ $card }”.
# $card - the name of the card
bus-did-report-lost = You report “{ $card }” lost at the service point.
# $card - the name of the card
bus-did-report-found = You report “{ $card }” found at the service point.
# $card - the name of the card
# $amount - with its currency
bus-did-order = You order { $amount } for “{ $card }” in the web shop.
# $card - the name of the card
# $fare - normal or reduced
# $days - 30 days, or a list of numbers
# $from - a date or an amount
bus-did-order-period = You order a period ticket for “{ $card }” in the web shop: { $fare }, { $days } from { $from }.
# $card - the name of the card
bus-did-inspect = The inspector checks “{ $card }”.
# $time - date and time
bus-did-set-clock = Date and time are set to { $time }.
# $setting - the name of the setting
# $value - as it is written
bus-did-configure = You set “{ $setting }” to { $value }.
# $tariff - the name of the tariff
bus-did-set-tariff = The tariff “{ $tariff }” applies from now on.
# $fare - normal or reduced
# $price - an amount
bus-did-set-single = From now on a single ticket ({ $fare }) costs { $price }.
# $class - the number of the load class
# $stops - a number of stops
# $fare - normal or reduced
# $price - an amount
bus-did-set-band = From now on, in load class { $class }, a ride of up to { $stops } stops ({ $fare }) costs { $price }.
# $class - the number of the load class
# $fare - normal or reduced
# $price - an amount
bus-did-set-last-band = From now on, in load class { $class }, the longest ride ({ $fare }) costs { $price }.
# $bus - the number of the bus
# $screen - what the screen shows
bus-happened-old = Bus { $bus }, old validator: { $screen }
# $bus - the number of the bus
# $screen - what the screen shows
bus-happened-new = Bus { $bus }, new validator: { $screen }

## The bus. What the requirements and decisions mean. At most 170 characters.

clause-k-01 = A validator registers rides, free travel and exits, and shows what is on a card.
clause-k-02 = The display shows date and time; the new type also shows line, direction and number of the stop.
clause-k-03 = A message stays as long as its card is held there.
clause-k-04 = The old type has the keys N, U and S; the new type has the fields Normal, Reduced, Check and Top-up.
clause-k-05 = N or U makes the validator ready for about 5 s to take one fare from the purse.
clause-k-06 = S shows in turn what is on the card: period tickets, then the purse; red lamp and two beeps.
clause-k-07 = A registered ride gives a message, the red lamp and one beep.
clause-k-08 = A ride that was not registered gives the reason, the red lamp and three beeps.
clause-k-09 = Taken away too soon: “Check operation” and three beeps; press S and hold the card there to see whether it counted; if not, do it again.
clause-k-10 = The driver or an inspector’s card can block registration: “BLOCKED” and the red lamp.
clause-k-11 = Cards from outside the system are ignored.
clause-k-12 = Register the ride as you board: hold the card against the marked place.
clause-k-13 = The price of a single ticket is taken as you board; register the exit, and you get back what the ride cost less.
clause-k-14 = The normal or the reduced fare is taken; for those who travel free, the ride is only registered.
clause-k-15 = First the key or the field, then the card.
clause-k-16 = A personalised card pays the fare that is coded on it; no key is needed.
clause-k-17 = When the entitlement to reduced fares has ended, the normal fare is taken without a warning.
clause-k-18 = The purse must hold at least the price of a single ticket.
clause-k-19 = At most 5 tickets from the same stop in the same bus: your own and four for others.
clause-k-20 = Every further passenger needs another press of a key.
clause-k-21 = A period ticket that is valid today comes first; if all have ended, the purse pays, without a warning.
clause-k-22 = S twice, or Top-up: put the card into the side pocket to get what was bought on the web; one beep, or three if it failed.
clause-dk-01 = The date is written day-month-year; the old type has two lines of 16 letters.
clause-dk-02 = A message ends when its card leaves; one without a card stays 5 s, or until the next key or card.
clause-dk-03 = Both types can do the same; Top-up is S twice.
clause-dk-04 = A card counts until exactly 5 s after the key; the same key starts again, another one chooses anew, and the end is silent.
clause-dk-05 = The next card uses up the key, which always means the purse; the card must come after the key.
clause-dk-06 = The check shows a page every 2 s while the card is held: period tickets, purse, this ride; nothing is written.
clause-dk-07 = The lamp is red for success and for failure; words and beeps tell them apart.
clause-dk-08 = A card is detected after 50 ms, changed after 250 ms, confirmed after 400 ms; it is always wholly before or wholly after the change.
clause-dk-09 = If an operation was not confirmed, the same card there again is shown its success and pays nothing.
clause-dk-10 = Each validator has its own block: an inspector’s card switches it, the driver sets and lifts it; cards can still be checked.
clause-dk-11 = While blocked, a period ticket is refused like any other, but its holder has done nothing wrong.
clause-dk-12 = A foreign card does not use up a key; two cards at once: DK-39.
clause-dk-13 = The card without a key at a later stop of the run is the exit; a ride left open in another run ends, and its advance is the fare.
clause-dk-14 = The card without a key is refused at the stop where you boarded; a setting can allow the exit there.
clause-dk-15 = One exit settles every ticket of the run, each from its own stop; no fare may be above the single ticket.
clause-dk-16 = A valid entitlement to free travel needs no money; once it has ended, the normal fare is paid.
clause-dk-17 = A card that does not say which ticket needs a key.
clause-dk-18 = U takes the reduced fare, whatever has ended.
clause-dk-19 = Exactly the price of that ticket is enough; the purse never goes below zero.
clause-dk-20 = The limit counts the tickets from this stop, and you too if you ride by a period ticket or free.
clause-dk-21 = A period ticket is valid on its first and its last day; of several, the one that ends first is used.
clause-dk-22 = The second S counts while the time of the first is running.
clause-dk-23 = The side pocket waits 10 s, a transfer takes 3 s; meanwhile a card in the wrong place does nothing.
clause-dk-24 = At most one top-up and one period ticket are transferred at a time, and none twice; if the card leaves too soon, nothing is lost.
clause-dk-25 = Cards that were reported lost, blocked by their issuer or out of date are refused.
clause-dk-26 = There is no discount for changing buses.
clause-dk-27 = A card without a key is for you; with a key it is your ticket if you have none and the fare is yours, else a companion’s; a fifth boarding stop is refused.
clause-dk-28 = Where the exit was registered, the card without a key is refused.
clause-dk-29 = An unconfirmed operation leaves a mark on the card; once its success was shown, the mark is taken away.
clause-dk-30 = A block switches off N, U and a waiting side pocket, but not S; a card that is being served is served to its end.
clause-dk-31 = The lamp stays lit until the card has left and the last beep has ended.
clause-dk-32 = Top-ups and period tickets are counted apart; what does not fit the purse waits on; an unreadable card is ignored.
clause-dk-33 = The advance of a destroyed or lost card becomes the fare.
clause-dk-34 = Date, time and place come from the bus; without them the validator is out of service and registers nothing.
clause-dk-35 = Touching Check twice only starts its time again.
clause-dk-36 = A ride that began validly ends validly: its exit is settled although the card or the day has run out.
clause-dk-37 = After “Sprawdź operację” the check shows first whether the ride was registered.
clause-dk-38 = A card that was there when the power came back has not been presented; take it away first.
clause-dk-39 = Two cards of the system at once: none is changed. A foreign card beside one of ours is ignored.

## Until the program of the page runs. At most 44 characters.

boot-loading = Loading
boot-reload = Reload
boot-own-tab = Open in a tab of its own

## The page does not start. `src/boot/boot.js` finds the cause. At most 300 characters.

# The message where no script runs.
boot-static = This page has not started. It needs JavaScript, WebAssembly and a connection: reload it, or open it in a tab of its own.
# The oldest versions of browsers in which the page runs.
boot-browsers = Chrome 108, Firefox 121 or Safari 16.4, or a later version
# $browsers - the text of boot-browsers
boot-old = This browser is too old for this page. Use { $browsers }.
# $browsers - the text of boot-browsers
boot-wasm = This browser does not run WebAssembly, which this page needs. Allow it for this site (Safari: switch Lockdown Mode off for the site), or use { $browsers }.
boot-policy = The site that shows this page does not allow it to run: its content security policy lacks wasm-unsafe-eval or blocks the page’s scripts. Open the page in a tab of its own, or ask the administrator of the site.
boot-frame = The frame around this page blocks it (a sandbox without allow-same-origin). Open the page in a tab of its own.
boot-file = Opened from a folder, this page cannot load its program. Put the folder on a web server, or use the version in a single file.
boot-memory = The browser has no memory left for this page. Close other tabs or programs, then reload the page.
# $browsers - the text of boot-browsers
# $detail - the error, in the browser’s words; left out with its parentheses if there is none
boot-damaged = The program of this page arrived damaged, or this browser is too old for it. Reload the page; if that does not help, use { $browsers }. ({ $detail })
# $detail - the error, in the browser’s words; left out with its parentheses if there is none
boot-part = A part of this page did not arrive. Check the connection, then reload the page. ({ $detail })
boot-stuck = Nothing has arrived for ten seconds. Check the connection. The page continues by itself when data arrive.
# $detail - the error, in the browser’s words; left out with its parentheses if there is none
boot-other = This page did not start. Reload it; if that does not help, use another browser. ({ $detail })
