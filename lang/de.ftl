### The texts of the page in German. `en.ftl` has the same messages in English.

## The language: its own name, and how it writes numbers and dates. At most 44 characters.

language-name = Deutsch
decimal-mark = ,
# $list - everything but the last, 14, 30, 60
# $last - the last of a list
list-end = { $list } oder { $last }

## Dates. The months are as they stand after a day. At most 44 characters.

# $weekday - its name
# $day - a number
# $month - its name
# $year - a number
date-full = { $weekday }, { $day }. { $month } { $year }
# $year - four digits
# $month - two digits
# $day - two digits
date-short = { $day }.{ $month }.{ $year }
weekday-monday = Montag
weekday-tuesday = Dienstag
weekday-wednesday = Mittwoch
weekday-thursday = Donnerstag
weekday-friday = Freitag
weekday-saturday = Samstag
weekday-sunday = Sonntag
month-january = Januar
month-february = Februar
month-march = März
month-april = April
month-may = Mai
month-june = Juni
month-july = Juli
month-august = August
month-september = September
month-october = Oktober
month-november = November
month-december = Dezember

## Things beside their number. At most 44 characters.

journal-lines =
    { $count ->
        [one] { $count } Zeile
       *[other] { $count } Zeilen
    }
wallet-cards =
    { $count ->
        [one] { $count } Karte
       *[other] { $count } Karten
    }
journal-times =
    { $count ->
        [one] { $count } Mal
       *[other] { $count } Mal
    }
validator-beeps =
    { $count ->
        [one] { $count } kurzer Ton
       *[other] { $count } kurze Töne
    }
firmware-agreed =
    { $count ->
        [one] { $count } gleiches Bild
       *[other] { $count } gleiche Bilder
    }
firmware-differ =
    { $count ->
        [one] { $count } verschiedenes
       *[other] { $count } verschiedene
    }
ticket-days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tage
    }

## The page. At most 44 characters.

product-name = Kerb & Quay
language-choice = Sprache
views = Gehe zu
view-pedestal = Stromsäule
view-validator-keys = Alter Entwerter
view-validator-touch = Neuer Entwerter

## The titles of the panels. At most 44 characters.

panel-wallet = Brieftasche
panel-desk = Serviceschalter
panel-boats = Boote und Strom
panel-clock = Uhr
panel-ledger = Buchhaltung
panel-journal = Verlauf
panel-settings = Einstellungen
panel-session = Diese Sitzung

## The titles of the panels. At most 150 characters.

panel-feel = Ton, Bedienung, Ansicht
panel-shop = Webshop
panel-service = Servicestelle
panel-inspector = Kontrolle
panel-line = Linie und Fahrer
panel-tariff = Tarif

## Parts of the page. At most 44 characters.

dismiss = Schließen

## Parts of the page. At most 240 characters.

training-replica = Übungsnachbau
unofficial = Inoffizieller Übungsnachbau – von keinem Hersteller oder Betreiber gefertigt oder geprüft.
page-missing-parts = Teile dieser Seite konnten nicht geladen werden: Felder fehlen, und Ihre Sitzung wird nicht gespeichert.
page-fetch-parts = Erneut versuchen
page-no-locks = In diesem Browser immer nur einen Tab benutzen.
page-crashed = Etwas ist schiefgegangen, und die Seite ist stehen geblieben. Gespeichertes ist unberührt; laden Sie die Seite neu.

## Two tabs, and what the browser has stored. At most 240 characters.

storage-watching = Ein anderer Tab benutzt diese Seite. Hier können Sie zusehen, aber nichts tun.
storage-take-over = Hier übernehmen
# $reason - a sentence without its full stop
storage-unreadable = Die in diesem Browser gespeicherte Sitzung ist nicht lesbar: { $reason }. Sie ist noch da; laden Sie sie herunter, bevor Sie neu beginnen.
storage-download = Gespeicherte Sitzung herunterladen
storage-start-fresh = Neu beginnen
storage-not-kept = Dieser Browser speichert nichts von dem, was Sie hier tun: der Speicher ist voll oder abgeschaltet.
storage-kept = Karten, Guthaben und Verlauf werden nur in diesem Browser gespeichert. Die Seite zu schließen schaltet den Strom ab: eine laufende Aktualisierung bleibt stehen, wo sie ist.

## The texts of a language that did not arrive. At most 150 characters.

# $language - its own name
language-missing = Die Seite ist auf Englisch: die Texte in dieser Sprache konnten nicht geladen werden ({ $language }).

## A new version of the page. At most 110 characters.

update-new-version = Neue Version verfügbar. Ihre Sitzung bleibt erhalten.
update-use-it = Neu laden

## Sound, vibration and display. At most 150 characters.

preference-volume = Lautstärke
preference-mute = Stumm
preference-vibration = Vibration
preference-hold-assist = Tippen statt halten
preference-hold-assist-hint = Einmal tippen beginnt, noch einmal tippen endet.
preference-projector = Projektoransicht
preference-pressed = Was gedrückt wurde
preference-to-the-page = Zurück zur Seite

## Keys of the keyboard. At most 110 characters.

keyboard-keys = Tastenkürzel
keyboard-tab = Nächstes / voriges Element
keyboard-press = Aktivieren
keyboard-hold = Gehalten: hält den Knopf des Geräts, bis Sie loslassen
keyboard-open = Auf einem Feldtitel: Feld öffnen oder schließen
keyboard-choose = Aus einer Liste wählen
keyboard-close = Abbrechen
keyboard-help = Diese Tasten zeigen
keyboard-by-key = Mit „?“ öffnen

## The wallet and its cards. At most 150 characters.

wallet-take-a-card = Karte nehmen
wallet-more = Mehr
# $seconds - with a decimal
wallet-held-for = Karte { $seconds } s gehalten
# $seconds - with a decimal
wallet-hold-on = { $seconds } s halten, um das Guthaben zurückzuholen

## The wallet and its cards. At most 44 characters.

card-rename = Umbenennen
card-destroy = Zerstören (lochen)
card-lose = Als verloren markieren
card-discard = Wegwerfen
card-save-chip = Chip-Abbild exportieren
card-inside = Kartendetails
card-counter = Änderungen bisher
card-mark = Nicht beendete Aktualisierung
card-none = keine
card-operations = Letzte Vorgänge
card-new-card = Neue Karte
card-name = Name
card-kind = Art
card-get-card = Karte anlegen
card-together = Zusammen mit
card-use-both = Beide zugleich verwenden
card-save-name = Namen speichern
card-cancel = Abbrechen
card-choice = Karte

## Questions before something that cannot be undone. At most 240 characters.

# $card - the name of the card
ask-destroy = „{ $card }“ zerstören? Die Karte wird gelocht, und alles Guthaben darauf ist verloren (P-01).
# $card - the name of the card
ask-lose = „{ $card }“ als verloren markieren? Verlorene Karten werden nicht ersetzt, das Guthaben darauf ist weg (P-02).
# $card - the name of the card
ask-discard = „{ $card }“ wegwerfen? Die Karte ist dann weg, mit allem Guthaben darauf.
ask-begin = Neu beginnen? Alle Karten, alles Guthaben und der ganze Verlauf dieser Sitzung werden gelöscht. Speichern Sie die Sitzung vorher, wenn Sie sie brauchen.

## Questions before something that cannot be undone. At most 44 characters.

ask-start-over = Neu beginnen
ask-cancel = Abbrechen

## How a card is. At most 60 characters.

status-valid = gültig
status-invalid = ungültig
status-blocked = gesperrt
status-foreign = fremd
status-unreadable = unlesbar
status-destroyed = zerstört
status-lost = verloren
status-other-marina = anderer Hafen
status-no-marina-card = keine Hafenkarte

## The clock. At most 44 characters.

clock-run = Start
clock-pause = Pause
clock-speed = Tempo
clock-exact-ms = Vorspulen (ms)
clock-let-pass = Vorspulen
clock-civil = Datum und Uhrzeit
clock-set-civil = Stellen

## The ledger. At most 44 characters.

ledger-accounts = Konten
ledger-postings = Letzte Buchungen

## The ledger. At most 240 characters.

ledger-balanced = Alles Geld ist nachgewiesen.
# $reason - a sentence without its full stop
ledger-unbalanced = Das Geld geht nicht auf: { $reason }.
ledger-no-postings = Noch ist nichts gebucht.

## The history. At most 44 characters.

journal-save = Sitzung speichern
journal-open = .feature-Datei öffnen

## The history. At most 240 characters.

journal-empty = Noch ist nichts geschehen.
journal-hint = Neuestes zuerst. Tippen Sie auf eine Regel, um sie zu lesen.
# $passed - how many
# $failed - how many
journal-played = Prüfungen: { $passed } bestanden, { $failed } nicht.

## Sessions as files. At most 240 characters.

file-scenario = Szenario
file-reading = Die Datei wird gelesen …
# $line - a number
# $reason - a sentence without its full stop
file-line = Zeile { $line }: { $reason }
# $file - the name of the file
file-too-large = „{ $file }“ ist größer als 2 MB; so groß ist keine Sitzung. Nichts hat sich geändert.
# $file - the name of the file
file-not-text = „{ $file }“ ist keine Textdatei; wählen Sie eine .feature-Datei. Nichts hat sich geändert.
file-no-parser = Der Teil der Seite, der Dateien liest, konnte nicht geladen werden; Verbindung prüfen und erneut versuchen.
# $file - the name of the file
# $reason - a sentence without its full stop
file-cannot-play = „{ $file }“ lässt sich nicht abspielen: { $reason }. Nichts hat sich geändert.
file-no-scenario = sie enthält kein Szenario
file-not-gherkin = das ist kein Gherkin
# $reason - a sentence without its full stop
file-cannot-save = Die Sitzung lässt sich nicht speichern: { $reason }.

## The settings. At most 44 characters.

# $least - the smallest value
# $most - the largest value
settings-bounds = { $least } bis { $most }
# $clause - a clause of the manual, P-14
settings-from-manual = Handbuch, { $clause }
# $source - where it is from
settings-from-public = öffentliche Quelle: { $source }
settings-invented = angenommen

## The settings. At most 240 characters.

settings-hint = Änderungen gelten ab dem nächsten Vorgang.

## The settings. At most 60 characters.

setting-device-language = Sprache der Anzeige
unit-millis = ms
unit-seconds = s
unit-ore = Øre
unit-ore-per-kwh = Øre je kWh
unit-watt-hours = Wh
unit-watts = W
unit-kilowatt-hours = kWh
choice-no = nein
choice-yes = ja
choice-freeze = die Karte einfrieren
choice-forfeit = den Betrag einziehen

## The session. At most 44 characters.

session-begin-opening = Neu beginnen mit Beispielkarten
session-begin-bare = Neu beginnen ohne Karten
# $version - 0.1.0
session-version = Version { $version }

## What a person typed cannot be used. At most 240 characters.

# $example - an amount, 100.50
typed-amount-missing = Der Betrag fehlt; schreiben Sie zum Beispiel { $example }.
typed-amount-negative = Ein Betrag kann nicht unter null sein.
# $typed - what the person typed
# $example - an amount, 100.50
typed-amount-unclear = „{ $typed }“ ist kein Betrag; schreiben Sie zum Beispiel { $example }.
# $typed - what the person typed
# $whole - an amount, 1234
# $decimal - an amount, 1.23
typed-amount-ambiguous = „{ $typed }“ kann { $whole } oder { $decimal } sein; schreiben Sie eines davon.
# $typed - what the person typed
typed-amount-too-fine = „{ $typed }“ hat mehr als zwei Nachkommastellen; die kleinste Einheit ist ein Øre.
# $typed - what the person typed
typed-amount-too-large = „{ $typed }“ ist mehr, als eine Karte fassen kann.
# $typed - what the person typed
typed-civil-unclear = „{ $typed }“ ist kein Datum mit Uhrzeit zwischen 2000 und 2135; schreiben Sie zum Beispiel 2026-11-20 08:00:00.
# $typed - what the person typed
typed-ms-unclear = „{ $typed }“ ist keine ganze Zahl von Millisekunden bis 4294967295.
# $typed - what the person typed
typed-number-unclear = „{ $typed }“ ist keine ganze Zahl, die diese Einstellung haben kann.

## Why something is refused, on both pages. English is compared with the acceptance language. At most 160 characters.

# $card - the name of the card
refused-no-such-card = In der Brieftasche ist keine Karte „{ $card }“.
# $card - the name of the card
refused-name-taken = Eine Karte „{ $card }“ gibt es schon; wählen Sie einen anderen Namen.
refused-bad-name = Ein Name hat 1 bis 24 Zeichen, aber keines von " < > | \; wählen Sie einen anderen.
# $card - the name of the card
refused-one-card = „{ $card }“ ist eine Karte; wählen Sie eine andere dazu.
# $card - the name of the card
# $reason - a sentence without its full stop
refused-unreadable = „{ $card }“ ist nicht lesbar: { $reason }.
refused-both-slots = keiner ihrer zwei Bereiche hat eine richtige Prüfsumme
refused-nonsense = die Prüfsumme stimmt, aber sie enthält einen Wert, den das Format nicht kennt
refused-ambiguous = beide Bereiche haben dieselbe laufende Nummer, aber verschiedenen Inhalt
refused-other-layout = sie ist in einem Format geschrieben, das dieses Programm nicht kennt
refused-no-such-setting = Diese Einstellung gibt es nicht.
# $setting - the name of the setting
# $value - as it is written
# $least - the smallest value
# $most - the largest value
refused-bad-setting = „{ $setting }“ kann nicht { $value } sein: erlaubt ist { $least } bis { $most }.

## The firmware beside the replica. At most 240 characters.

firmware-run = Echte Firmware starten
firmware-stop = Firmware stoppen
firmware-explained = Die Datei, die auf einen Raspberry Pi Pico kommt, läuft hier auf einer emulierten Platine, mit denselben Eingaben.
firmware-coming = Firmware und Platine werden geladen …
firmware-building = Die Firmware wird gerade gebaut; sie startet von selbst, sobald sie fertig ist …
firmware-missing = Die Firmware konnte nicht geladen werden; Verbindung prüfen.
firmware-again = Erneut versuchen
# $reason - a sentence without its full stop
firmware-broken = Die emulierte Platine ist stehen geblieben: { $reason }.
firmware-display = Was die Firmware zeigt
firmware-marked = Abweichende Pixel sind rosa.
firmware-otherwise = Lampen oder Relais weichen ab.
firmware-keeps-up = hält Schritt
# $time - date and time
firmware-behind = holt auf ({ $time })
# $time - date and time
firmware-waiting = holt auf, Uhr steht ({ $time })
# $name - a name
# $version - 0.1.0
# $size - in kilobytes
firmware-file = { $name } { $version } · { $size } kB
firmware-download = UF2-Datei herunterladen

## The quay. Its page. At most 240 characters.

quay-tagline = Eine Stromsäule im Hafen ausprobieren
quay-invite = Ziehen Sie eine Karte aus der Brieftasche zum Halter, oder nutzen Sie den Knopf der Karte.
quay-wallet-empty = Die Brieftasche ist leer. Legen Sie unten eine Karte an.
quay-release-hint = Löscht Guthaben, das eine verlorene oder zerstörte Karte auf einer Steckdose dieser Säule hinterlassen hat.
# $time - date and time
quay-session-title = Eine Sitzung am Kai, { $time }
site-bus = Entwerter im Bus

## The quay. The pedestal. At most 44 characters.

# $number - its number
pedestal-number = Stromsäule { $number }
pedestal-display = Anzeige der Stromsäule
pedestal-back = Zurück
pedestal-enter = Enter
# $socket - the number of the socket
pedestal-socket = Steckdose { $socket }
pedestal-holder = Kartenhalter
pedestal-plug-in = Einstecken
pedestal-unplug = Abziehen
pedestal-is-live = unter Strom
pedestal-switched-on = an
pedestal-is-off = aus

## The quay. The pedestal. At most 240 characters.

pedestal-key-back = 1 Tilbake Back (Zurück)
pedestal-key-enter = 2 Enter
# $socket - the number of the socket
pedestal-choose = Steckdose { $socket }
# $socket - the number of the socket
pedestal-choose-lit = Steckdose { $socket }, leuchtet blau
# $socket - the number of the socket
pedestal-push-plug = Boot in Steckdose { $socket } einstecken
# $socket - the number of the socket
pedestal-pull-plug = Boot von Steckdose { $socket } abziehen
pedestal-take = Herausnehmen

## The quay. The pedestal. At most 110 characters.

# $sockets - numbers, separated by commas
pedestal-sockets-lit = Blau beleuchtet: Steckdosen { $sockets }
pedestal-sockets-dark = Keine Steckdose ist beleuchtet

## The quay. The wallet. At most 44 characters.

quay-card-put-in = Karte einstecken
# $pedestal - the number of the pedestal
quay-card-in-holder = Im Halter der Stromsäule { $pedestal }
quay-card-amount = Betrag (kr)

## The quay. The service desk. At most 44 characters.

desk-load = Karte aufladen
desk-pay-out = Auszahlen
desk-read = Karte auslesen
desk-reset = Zurücksetzen
desk-write-off = Abschreiben
# $socket - the number of the socket
desk-release = Steckdose { $socket } freigeben
desk-open-now = Geöffnet
desk-closed-now = Geschlossen
desk-hours = Montag bis Freitag 8:00–15:30 Uhr
desk-address = Hafenbüro, Kaistraße 1, Erdgeschoss

## The quay. Boats and power. At most 44 characters.

boats-walk = Sie sind an
boats-mains = Strom am Kai
boats-mains-on = An
boats-mains-off = Aus
# $socket - the number of the socket
boats-boat = Boot an Steckdose { $socket }
boats-credit-left = Guthaben
boats-delivered = Geliefert
boats-draws = Leistung
boats-lasts = Restzeit
boats-aboard = An Bord
# $hours - whole hours
# $minutes - the minutes beside them
boats-hours-minutes = { $hours } Std. { $minutes } Min.

## The quay. Kinds of cards. At most 60 characters.

quay-kind-user = Benutzerkarte
quay-kind-other-marina = Karte eines anderen Hafens
quay-kind-foreign = Fremde Karte
quay-kind-blocked = Gesperrte Karte
quay-kind-spoilt = Unterbrochene Karte

## The quay. Lines of a card's own log. At most 60 characters.

quay-log-load = Laden
quay-log-return = Rückbuchung
quay-log-sale = Verkauf
quay-log-reset = Zurücksetzen
quay-log-pay-out = Auszahlung

## The quay. What is switched on aboard. At most 60 characters.

appliance-light = Kajütenlicht
appliance-fridge = Kühlschrank
appliance-dehumidifier = Luftentfeuchter
appliance-charger = Batterielader
appliance-boiler = Warmwasserbereiter
appliance-heater = Heizlüfter
appliance-kettle = Wasserkocher

## The quay. Accounts of the ledger. At most 60 characters.

quay-account-sold = Am Schalter verkauft
# $card - the name of the card
quay-account-on-card = Karte { $card }
# $card - the name of the card
quay-account-frozen = Eingefroren auf Karte { $card }
# $socket - the number of the socket
quay-account-on-socket = Steckdose { $socket }
# $socket - the number of the socket
quay-account-suspense = In der Schwebe, Steckdose { $socket }
quay-account-consumed = Als Energie geliefert
quay-account-rounding = Unter einem Øre
quay-account-lost = Endgültig verloren
quay-account-cash-out = Ausgezahlt

## The quay. Why value moved. At most 60 characters.

quay-cause-sale = verkauft
quay-cause-load = auf die Steckdose geladen
quay-cause-return = zurückgeholt
quay-cause-metering = Energie verbraucht
quay-cause-given-back = nach Stromausfall zurückgegeben
quay-cause-tear = Karte zu früh gezogen
quay-cause-resume = Aktualisierung doch abgeschlossen
quay-cause-suspense = Ausgang unbekannt
quay-cause-settlement = Ausgang geklärt
quay-cause-reset = Karte zurückgesetzt
quay-cause-forfeit = verfallen (Übungsregel)
quay-cause-card-gone = Karte zerstört oder verloren
quay-cause-write-off = abgeschrieben
quay-cause-pay-out = ausgezahlt

## The quay. Screens of the pedestal, in the history. At most 60 characters.

pedestal-screen-welcome = Begrüßung
pedestal-screen-service-select = Steckdose wählen
pedestal-screen-busy = Steckdose belegt
pedestal-screen-outlet-status = Status der Steckdose
pedestal-screen-updating = Aktualisierung
pedestal-screen-remove-card = Karte entnehmen
pedestal-screen-interrupted = unterbrochen
pedestal-screen-wrong-card = falsche Karte
pedestal-screen-one-card-only = nur eine Karte
pedestal-screen-invalid-card = ungültige Karte
pedestal-screen-credit-check = Guthabenanzeige
pedestal-screen-dark = kein Strom

## The quay. Names of the settings. At most 60 characters.

quay-setting-inactivity = Ein Bildschirm zurück nach
quay-setting-step = Ein Druck bewegt
quay-setting-hold = Haltezeit für die Rückbuchung
quay-setting-dead-zone = Totzone vor dem Halten
quay-setting-pause = Kurze Pause vor der Aktualisierung
quay-setting-update = Eine Aktualisierung dauert
quay-setting-final-write = Letztes Schreiben vor dem Ende
quay-setting-recovery = Zeit, die Karte zurückzustecken
quay-setting-tear-policy = Nach einer nicht beendeten Aktualisierung
quay-setting-remove-prompt = „Karte entnehmen“ bleibt (0: bis entnommen)
quay-setting-price = Energiepreis
quay-setting-one-socket = Nur eine Steckdose je Karte
quay-setting-memory = Zähler wird gespeichert alle
quay-setting-detect = Kartenleser: Karte erkennen
quay-setting-write = Kartenleser: Karte schreiben
quay-setting-confirm = Kartenleser: Schreiben bestätigen
quay-setting-desk-hours = Öffnungszeiten des Schalters einhalten

## The quay. Why something is refused. English is compared with the acceptance language. At most 160 characters.

# $card - the name of the card
quay-refused-card-in-holder = „{ $card }“ steckt im Halter einer Säule; nehmen Sie sie erst heraus.
quay-refused-holder-taken = Im Halter steckt schon eine Karte; nehmen Sie sie erst heraus.
quay-refused-holder-empty = Im Halter steckt keine Karte.
# $pedestal - the number of the pedestal
quay-refused-no-such-pedestal = An diesem Kai gibt es keine Säule { $pedestal }; gehen Sie zu 1 oder 2.
# $card - the name of the card
quay-refused-destroyed = „{ $card }“ ist zerstört; zerstörte Karten werden nicht ersetzt (P-02).
# $card - the name of the card
quay-refused-lost = „{ $card }“ ist verloren; verlorene Karten werden nicht ersetzt (P-02).
# $card - the name of the card
quay-refused-not-gone = „{ $card }“ ist weder zerstört noch verloren.
# $card - the name of the card
quay-refused-foreign = „{ $card }“ wurde nicht von diesem Hafen ausgegeben.
# $card - the name of the card
quay-refused-blocked = „{ $card }“ ist vom Herausgeber gesperrt.
# $card - the name of the card
quay-refused-must-be-reset = „{ $card }“ ist ungültig: eine Aktualisierung wurde nicht beendet; erst zurücksetzen lassen (P-21).
# $card - the name of the card
quay-refused-nothing-to-reset = „{ $card }“ ist gültig: es gibt nichts zurückzusetzen.
# $pedestal - the number of the pedestal
quay-refused-unreachable = Säule { $pedestal } ist nicht erreichbar; versuchen Sie es, wenn sie wieder Strom hat.
# $amount - with its currency
quay-refused-bad-amount = { $amount } lassen sich nicht einzahlen: der Betrag muss über null sein und auf die Karte passen.
# $card - the name of the card
quay-refused-nothing-to-pay-out = Auf „{ $card }“ ist nichts auszuzahlen.
# $socket - the number of the socket
quay-refused-nothing-to-release = Auf Steckdose { $socket } liegt kein Guthaben einer zerstörten oder verlorenen Karte.
# $socket - the number of the socket
quay-refused-update-open = Eine Aktualisierung von Steckdose { $socket } wartet auf ihre Karte; erst die Karte abschreiben oder die Minute abwarten.
# $card - the name of the card
quay-refused-nothing-to-write-off = Keine Säule hat etwas Offenes zu „{ $card }“.
quay-refused-desk-closed = Der Serviceschalter ist geschlossen; geöffnet Montag bis Freitag, 8:00 bis 15:30 Uhr.
# $socket - the number of the socket
quay-refused-plug-as-it-is = Der Stecker an Steckdose { $socket } ist schon so.
# $socket - the number of the socket
# $wanted - watts
# $allowed - watts
quay-refused-too-much-power = Steckdose { $socket } müsste { $wanted } W geben; die Sicherung erlaubt { $allowed } W. Schalten Sie erst etwas aus.
quay-refused-no-power = Die Säulen haben keinen Strom.
quay-refused-power-is-on = Der Strom ist schon an.

## The quay. What the desk reads out. English is compared with the acceptance language. At most 160 characters.

# $card - the name of the card
# $number - its number
# $balance - with its currency
# $status - how the card is: valid, blocked, …
desk-read-card = { $card } (Nummer { $number }): { $balance }, { $status }.
# $pedestal - the number of the pedestal
# $amount - with its currency
desk-read-mark = An Säule { $pedestal } unterbrochen; Zurücksetzen ergibt { $amount }.
# $socket - the number of the socket
desk-read-settled = Die Aktualisierung von Steckdose { $socket } ist geklärt.
# $socket - the number of the socket
# $amount - with its currency
desk-read-socket = Auf Steckdose { $socket } liegen { $amount } davon.
# $socket - the number of the socket
desk-read-at-socket = (Steckdose { $socket })

## The quay. What was done, in the history. At most 160 characters.

# $card - the name of the card
quay-did-present = Sie stecken „{ $card }“ in den Halter.
# $card - the name of the card
# $other - the name of the other card
quay-did-present-both = Sie stecken „{ $card }“ und „{ $other }“ zusammen in den Halter.
quay-did-take = Sie nehmen die Karte heraus.
# $key - what is on the key
quay-did-press = Sie drücken { $key }.
# $key - what is on the key
quay-did-release = Sie lassen { $key } los.
# $pedestal - the number of the pedestal
quay-did-walk = Sie gehen zu Säule { $pedestal }.
quay-did-power-off = Der Strom fällt aus.
quay-did-power-on = Der Strom ist wieder da.
# $socket - the number of the socket
quay-did-plug = Sie stecken das Boot in Steckdose { $socket } ein.
# $socket - the number of the socket
quay-did-unplug = Sie ziehen das Boot von Steckdose { $socket } ab.
# $appliance - its name
# $socket - the number of the socket
# $state - on or off
quay-did-switch = Sie schalten { $appliance } an Steckdose { $socket }: { $state }.
# $card - the name of the card
# $kind - the kind of card
# $amount - with its currency
quay-did-create = Sie bekommen die Karte „{ $card }“ ({ $kind }) mit { $amount }.
# $card - the name of the card
# $new - its new name
quay-did-rename = Sie benennen „{ $card }“ in „{ $new }“ um.
# $card - the name of the card
quay-did-discard = Sie werfen „{ $card }“ weg.
# $card - the name of the card
quay-did-destroy = Sie lochen „{ $card }“.
# $card - the name of the card
quay-did-lose = Sie verlieren „{ $card }“.
# $card - the name of the card
# $amount - with its currency
quay-did-load = Der Schalter lädt { $amount } auf „{ $card }“.
# $card - the name of the card
quay-did-pay-out = Der Schalter zahlt „{ $card }“ aus.
# $card - the name of the card
quay-did-read = Der Schalter liest „{ $card }“ aus.
# $card - the name of the card
quay-did-reset = Der Schalter setzt „{ $card }“ zurück.
# $card - the name of the card
quay-did-write-off = Der Schalter schreibt „{ $card }“ ab.
# $socket - the number of the socket
quay-did-release-socket = Der Schalter gibt Steckdose { $socket } frei.
# $time - date and time
quay-did-set-clock = Datum und Uhrzeit werden auf { $time } gestellt.
# $setting - the name of the setting
# $value - as it is written
quay-did-configure = Sie setzen „{ $setting }“ auf { $value }.
# $pedestal - the number of the pedestal
# $screen - what the screen shows
quay-happened = Säule { $pedestal }: { $screen }

## The quay. What the clauses of the manual mean. At most 170 characters.

clause-p-05 = Die Säule hat einen Kartenhalter, Zurück, Enter und einen Knopf für jede Steckdose.
clause-p-06 = In Ruhe zeigt die Anzeige den Begrüßungsbildschirm.
clause-p-07 = Mehr als 5 s ohne Berührung: ein Bildschirm zurück.
clause-p-08 = Wird die Karte herausgenommen, erscheint sofort die Begrüßung.
clause-p-09 = Eine Benutzerkarte im Halter führt zur Wahl der Steckdose.
clause-p-10 = Der Knopf einer Steckdose wählt sie.
clause-p-11 = Ist die Steckdose belegt, verlangt die Anzeige eine andere.
clause-p-12 = Eine freie Steckdose öffnet ihre Statusanzeige.
clause-p-13 = Der Status zeigt die Steckdose, ihr Guthaben und das der Karte.
clause-p-14 = Jeder Druck lädt 10 kr von der Karte auf die Steckdose.
clause-p-15 = Den Knopf etwa 5 s halten holt alles Guthaben auf die Karte zurück.
clause-p-16 = Nach einer kurzen Pause ohne Druck beginnt die Aktualisierung.
clause-p-17 = Die Aktualisierung dauert etwa 5 s; die Karte muss stecken bleiben.
clause-p-18 = Wird die Karte dabei herausgezogen, kostet das Guthaben, und die Karte wird ungültig.
clause-p-19 = Binnen 1 Minute darf die Karte zurück, um die Aktualisierung abzuschließen.
clause-p-20 = Kommt sie nicht zurück, wird die Karte ungültig.
clause-p-21 = Der Serviceschalter setzt eine ungültige Karte auf den Wert bei der Unterbrechung zurück.
clause-p-22 = Nach der Aktualisierung bittet die Anzeige, die Karte herauszunehmen.
clause-p-23 = Eine Steckdose mit Guthaben schaltet sich selbst ein, ihr Knopf leuchtet blau.
clause-p-24 = Strom wird in Kilowattstunden gezählt.
clause-p-25 = Ist ihr Guthaben verbraucht oder zurückgeholt, schaltet die Steckdose ab.
clause-p-26 = Ohne Karte zeigt der Knopf einer Steckdose jederzeit ihr Guthaben.
clause-dp-01 = Sechs Knöpfe: Zurück, Enter und je einer für vier Steckdosen.
clause-dp-02 = Zurück geht einen Bildschirm zurück und verwirft die Wahl; Enter bestätigt.
clause-dp-03 = Die Anzeige spricht die eingestellte Sprache.
clause-dp-04 = „Voriger Bildschirm“ steht für jeden Bildschirm fest, nicht der zuletzt gesehene.
clause-dp-05 = Genau 5 s sind noch nicht „mehr als 5 s“; die kurze Pause ist 3 s nach dem Loslassen.
clause-dp-06 = Kein Knopf und keine Frist stört eine Aktualisierung; „Karte entnehmen“ wartet auf die Karte.
clause-dp-07 = Eine noch steckende Karte kann von der Begrüßung aus weitermachen.
clause-dp-08 = Im Status einer Steckdose bewegt der Knopf einer anderen nichts.
clause-dp-09 = Belegt heißt: Guthaben einer anderen Karte liegt darauf.
clause-dp-10 = Das Guthaben der Säule ist das der gewählten Steckdose, auch in kWh.
clause-dp-11 = Ein Druck zählt beim Loslassen; ein volles Halten zählt einmal und ist kein Druck.
clause-dp-12 = Drücke zählen zusammen, nie über das Guthaben der Karte; bewegt wird beim Aktualisieren.
clause-dp-13 = Ein Halten ersetzt frühere Drücke; was unter einem Øre liegt, gilt als Rundung.
clause-dp-14 = Eine Minute gibt es nur, wenn Sie die Karte während einer Aktualisierung ziehen.
clause-dp-15 = Eine zurückgekehrte Karte durchläuft die ganze Aktualisierung noch einmal.
clause-dp-16 = Nur dieselbe Karte an derselben Säule zählt; für jede andere läuft die Minute weiter.
clause-dp-17 = Die Karte wird mit ihrem Wert markiert, bevor sich etwas bewegt.
clause-dp-18 = Eine zerstörte oder verlorene Karte wird überall abgewiesen; ihr Guthaben ist verloren.
clause-dp-19 = Ein Zurücksetzen am Schalter beendet die Minute, die auf die Karte wartet.
clause-dp-20 = Eine Steckdose ist genau so lange an und blau, wie sie Guthaben hat, das nicht zurückgeholt wird.
clause-dp-21 = Jede Wattstunde wird genau bezahlt; die letzte darf teilweise bezahlt sein.
clause-dp-22 = Die Guthabenanzeige bleibt bis 5 s ohne Berührung; sie geht auch während der Minute.
clause-dp-23 = Eine nicht bediente Karte verweist an den Serviceschalter.
clause-dp-24 = Dies ist ein inoffizieller Übungsnachbau.
clause-dp-25 = Nach einem Stromausfall gilt alles Gespeicherte weiter; Steckdosen mit Guthaben sind wieder an.
clause-dp-26 = Eine Karte darf mehrere Steckdosen haben, außer die Einstellung sagt eine.
clause-dp-27 = Beim letzten Schreiben gezogen: der Betrag bleibt in der Schwebe, bis die Karte wieder da ist.
clause-dp-28 = Eine Steckdose wird beim Drücken gewählt; dieser Druck lädt nichts.
clause-dp-29 = Solange eine Aktualisierung offen ist, bestimmt sie, was eine Karte bedeutet.
clause-dp-30 = Marke und Zähler auf der Karte sagen, ob wiederholt, beendet oder neu begonnen wird.
clause-dp-31 = Die Karte selbst oder der Schalter klärt eine Aktualisierung mit unbekanntem Ausgang.
clause-dp-32 = Ein Stromausfall gilt als Ziehen; die Minute läuft nach dem ersten Neustart noch einmal.
clause-dp-33 = Der Zähler wird alle 10 Wh gespeichert; so viel kann ein Stromausfall zurückgeben.
clause-dp-34 = Ein laufender Vorgang behält die Einstellungen, mit denen er begann.
clause-dp-35 = Der Schalter kann eine Steckdose freigeben, deren Karte zerstört oder verloren ist.
clause-dp-36 = Steckt eine Karte im Halter, sagt das der Startbildschirm, und dass die Tasten 1 bis 4 weiterführen.
clause-dp-37 = Eine Zeile über eine Taste nennt sie; keine lädt zu einem Druck ein, den die Karte nicht bezahlen kann.
clause-dp-38 = Zu früh losgelassen wird geladen; die Anzeige sagt das, und dass Zurück es rückgängig macht.
clause-dp-39 = Jede Steckdose zeigt die kWh, seit sie zuletzt frei war; auch die Buchhaltung zeigt kWh.

## The bus. Its page. At most 150 characters.

bus-tagline = Einen Entwerter im Bus ausprobieren
# $time - date and time
bus-session-title = Eine Fahrt am { $time }
site-quay = Stromsäule

## The bus. The validators. At most 150 characters.

validator-training = Übungsnachbau
validator-old-type = Alte Bauart
validator-new-type = Neue Bauart
# $bus - the number of the bus
bus-number = Bus { $bus }
validator-side-by-side = Nebeneinander
validator-display = Anzeige
validator-front = Kartenleser
validator-pocket = Seitenfach für Internet-Aufladungen
validator-lamp-on = Rote Lampe leuchtet
validator-lamp-off = Rote Lampe aus
validator-quiet = Kein Piepton
validator-key-n = N: Normalfahrschein
validator-key-u = U: ermäßigter Fahrschein
validator-key-s = S: Karte prüfen; zweimal: aufladen
validator-take-away = Wegnehmen
bus-pocket-hint-keys = Karte herausnehmen, zweimal S drücken, wieder hineinstecken.
bus-pocket-hint-touch = Karte herausnehmen, „{ $field }“ berühren, wieder hineinstecken.
bus-no-run = Nicht im Einsatz
# $number - its number
# $name - a name
bus-stop = Haltestelle { $number }: { $name }

## The bus. The wallet. At most 150 characters.

bus-card-hold = An den Entwerter halten
bus-card-hold-hint = Drücken und halten: die Karte ist dort, solange Sie halten
# $length - 1 s
bus-card-tap-for = { $length } antippen
bus-card-leave = Am Leser lassen
bus-card-into-pocket = Ins Seitenfach stecken
bus-card-invite = Halten Sie eine Karte an den Entwerter, oder ziehen Sie sie dorthin.
bus-card-empty = In der Brieftasche ist keine Karte.
bus-card-held-for = Dauer des Antippens
bus-card-personalised = Persönliche Karte
bus-card-at-validator = an einem Entwerter
bus-card-no-purse = kein Guthaben
bus-card-without-purse = Leer lassen für eine Karte ohne Guthaben
bus-card-amount = Betrag (zł)
bus-card-orders = Bestellungen: { $count }

## The bus. Line and driver. At most 150 characters.

driver-next-stop = Nächste Haltestelle
driver-end-run = Fahrt beenden
driver-depart = Nächste Fahrt beginnen
driver-block = Entwerter sperren
driver-unblock = Entwerter freigeben
driver-power = Strom
driver-power-on = an
driver-power-off = aus
# $line - a number
# $stop - a stop
driver-direction = Linie { $line } nach { $stop }

## The bus. The web shop. At most 150 characters.

shop-hint = Bestellungen warten hier, bis Sie sie im Seitenfach oder an der Servicestelle abholen.
shop-top-up = Aufladung bestellen
shop-order-period = Zeitkarte bestellen
shop-waiting = Wartet
shop-nothing-waits = Keine Bestellung wartet.
# $amount - with its currency
shop-purse-order = Aufladung { $amount }
# $from - a date or an amount
# $to - a date
shop-period-order = Zeitkarte { $from } – { $to }
shop-card = Karte
shop-fare = Tarif
shop-from-day = Erster Tag
shop-until-day = Letzter Tag
shop-days = Tage

## The bus. The service point. At most 150 characters.

service-read = Karte auslesen
service-fetch = Bestellungen aufladen
service-load = Aufladen
service-sell-card = Karte verkaufen
service-first-load = Erste Aufladung (zł)
service-sell-period = Zeitkarte verkaufen
service-entitle = Berechtigung eintragen
service-entitlement = Berechtigung
service-set-fare = Standardtarif
service-no-fare = keiner
service-set-days = Ersten und letzten Tag der Karte setzen
service-report-lost = Als verloren melden
service-report-found = Als gefunden melden

## The bus. The inspector. At most 150 characters.

inspector-inspect = Karte kontrollieren
inspector-hint = Eine Karte prüfen, wie es die Kontrolle täte.
inspector-valid = gültig
inspector-not-valid = nicht gültig

## The bus. The tariff. At most 150 characters.

tariff-prices = Was eine Fahrt kostet (zł)
tariff-single = Einzelfahrschein, vorab abgebucht
# $amount - with its currency
tariff-load-class = Letzte Aufladung ab { $amount }
# $stops - a number of stops
tariff-up-to-stops = bis { $stops } Haltestellen
tariff-further = längere Fahrten
tariff-kielce = Kielce, Preisliste nach Beschluss XXXVII/679/2012 (historischer Übungstarif)
tariff-rybnik = Rybnik 2017, Zone 0 (historisch; der ermäßigte Preis bis 2 Haltestellen ist erfunden)
tariff-jastrzebie = Jastrzębie-Zdrój 2016 (historisch; als Vorschuss gilt der Preis der längsten Fahrt: erfunden)

## The bus. What a person typed cannot be used. At most 170 characters.

# $typed - what the person typed
bus-typed-too-fine = „{ $typed }“ hat mehr als zwei Nachkommastellen; die kleinste Münze ist ein Grosz.
bus-typed-no-date = Der Tag fehlt; schreiben Sie zum Beispiel 2026-11-20.
# $typed - what the person typed
bus-typed-bad-date = „{ $typed }“ ist kein Tag zwischen 2000 und 2179; schreiben Sie zum Beispiel 2026-11-20.
bus-typed-no-days = Die Zahl der Tage fehlt; schreiben Sie zum Beispiel 30.
# $typed - what the person typed
bus-typed-bad-days = „{ $typed }“ ist keine Zahl von Tagen; schreiben Sie zum Beispiel 30.

## The bus. Kinds of cards. At most 60 characters.

bus-kind-normal = Persönliche Karte, Normaltarif
bus-kind-reduced = Persönliche Karte, ermäßigt
bus-kind-free = Persönliche Karte, freie Fahrt
bus-kind-bearer = Übertragbare Karte
bus-kind-controller = Kontrolleurkarte
bus-kind-other-city = Karte einer anderen Stadt
bus-kind-foreign = Karte eines anderen Systems
bus-kind-blocked = Gesperrte Karte
bus-kind-unreadable = Unlesbare Karte

## The bus. How a card is. At most 60 characters.

status-reported-lost = als verloren gemeldet
status-expired = abgelaufen
status-not-yet-valid = noch nicht gültig
status-other-city = andere Stadt
status-no-bus-card = keine Buskarte

## The bus. Entitlements and tickets. At most 60 characters.

entitlement-reduced = ermäßigter Tarif
entitlement-free = freie Fahrt
fare-normal = normal
fare-reduced = ermäßigt

## The bus. Fields of the touch display. At most 60 characters.

field-normal = Normal
field-reduced = Ermäßigt
field-check = Prüfen
field-top-up = Aufladen

## The bus. Lines of a card's own log. At most 60 characters.

bus-log-at-service-point = Servicestelle
bus-log-normal-ticket = Normalfahrschein
bus-log-reduced-ticket = ermäßigter Fahrschein
bus-log-period-ride = Fahrt mit Zeitkarte
bus-log-free-ride = freie Fahrt
bus-log-exit = Ausstieg
bus-log-order = Bestellung
bus-log-other = anderes

## The bus. Accounts of the ledger. At most 60 characters.

bus-account-sold = An der Servicestelle und im Web verkauft
# $card - the name of the card
bus-account-on-card = Karte { $card }
# $order - the number of the order
bus-account-on-order = Bezahlt für Bestellung { $order }
# $card - the name of the card
# $run - the number of the run
bus-account-advance = Vorschuss, Karte { $card }, Fahrt { $run }
bus-account-fares = Fahrpreise
bus-account-lost = Endgültig verloren

## The bus. Why value moved. At most 60 characters.

bus-cause-sale = verkauft
bus-cause-order = im Web bestellt
bus-cause-top-up = Bestellung auf die Karte geladen
bus-cause-entry = Einzelfahrschein abgebucht
bus-cause-refund = beim Ausstieg zurückgegeben
bus-cause-exit = Fahrt beim Ausstieg abgerechnet
bus-cause-no-exit = Ausstieg nie erfasst
bus-cause-card-gone = Karte zerstört, verloren oder weggeworfen

## The bus. Screens of a validator, in the history. At most 60 characters.

validator-screen-rest = bereit
validator-screen-out-of-service = außer Betrieb
validator-screen-blocked = gesperrt
validator-screen-take-away = „Karte wegnehmen“: Sie lag schon dort
validator-screen-armed-normal = Normalfahrschein, wartet auf eine Karte
validator-screen-armed-reduced = ermäßigter Fahrschein, wartet auf eine Karte
validator-screen-armed-check = Kartenprüfung, wartet auf eine Karte
validator-screen-writing = schreibt die Karte
validator-screen-taken = Fahrpreis abgebucht
validator-screen-exit = Ausstieg erfasst
validator-screen-period = Zeitkarte erfasst
validator-screen-free = freie Fahrt erfasst
validator-screen-blocking = Sperre mit Karte gesetzt oder gelöst
validator-screen-orders = Web-Bestellungen auf die Karte geladen
validator-screen-refused = nicht ausgeführt, der Grund wird gezeigt
validator-screen-check-operation = „Vorgang prüfen“: Karte zu früh weggenommen
validator-screen-page = was auf der Karte ist
validator-screen-top-up-wait = Seitenfach wartet auf die Karte
validator-screen-top-up-run = holt Web-Bestellungen
validator-screen-dark = kein Strom

## The bus. Names of the settings. At most 60 characters.

bus-setting-arm = Eine Taste wartet auf ihre Karte
bus-setting-page = Jede Seite der Kartenprüfung bleibt
bus-setting-message-min = Eine Meldung bleibt mindestens
bus-setting-detect = Eine Karte wird erkannt nach
bus-setting-commit = Eine Karte ist geändert nach
bus-setting-confirm = Die Änderung ist bestätigt nach
bus-setting-tear-notice = Eine Meldung ohne Karte bleibt
bus-setting-beep-on = Ein Ton dauert
bus-setting-beep-off = Pause zwischen Tönen
bus-setting-status-while-blocked = Karten lassen sich bei Sperre prüfen
bus-setting-same-stop-exit = Ausstieg an der Einstiegshaltestelle möglich
bus-setting-limit = Meiste Fahrscheine von einer Haltestelle
bus-setting-pocket-wait = Das Seitenfach wartet
bus-setting-pocket-run = Eine Übertragung im Seitenfach dauert
bus-setting-hotlist = Verlorene, gesperrte, abgelaufene Karten abweisen
bus-setting-boot = Ein Bordrechner startet in

## The bus. Why something is refused. English is compared with the acceptance language. At most 170 characters.

# $card - the name of the card
bus-refused-card-at-validator = „{ $card }“ ist an einem Entwerter; nehmen Sie sie dort erst weg.
bus-refused-pocket-taken = Im Seitenfach steckt schon eine Karte; nehmen Sie sie erst heraus.
bus-refused-front-taken = Am Entwerter ist schon eine Karte; nehmen Sie sie erst weg.
bus-refused-pocket-empty = Im Seitenfach steckt keine Karte.
bus-refused-front-empty = Am Entwerter ist keine Karte.
# $bus - the number of the bus
bus-refused-no-such-bus = Es gibt keinen Bus { $bus }; steigen Sie in 1 oder 2.
bus-refused-no-keys = Der neue Entwerter hat keine Tasten; berühren Sie seine Anzeige.
bus-refused-no-touch = Der alte Entwerter hat keine Berührungsanzeige; drücken Sie seine Tasten.
bus-refused-last-stop = Dies ist die letzte Haltestelle; beginnen Sie die nächste Fahrt.
bus-refused-no-run = Der Bus ist auf keiner Fahrt; beginnen Sie die nächste.
bus-refused-no-more-runs = Dieser Bus hat keine Fahrtnummern mehr.
# $card - the name of the card
bus-refused-destroyed = „{ $card }“ ist zerstört.
# $card - the name of the card
bus-refused-lost = „{ $card }“ ist verloren.
# $card - the name of the card
bus-refused-foreign = „{ $card }“ ist keine Fahrgastkarte dieser Stadt.
# $card - the name of the card
# $status - how the card is: valid, blocked, …
bus-refused-not-usable = „{ $card }“ ist { $status }.
# $card - the name of the card
bus-refused-no-purse = „{ $card }“ führt kein Guthaben.
# $card - the name of the card
bus-refused-not-personalised = „{ $card }“ ist übertragbar; nur persönliche Karten haben ein Konto.
bus-refused-never-a-purse = Eine solche Karte führt kein Guthaben.
bus-refused-not-sold = Die Servicestelle verkauft solche Karten nicht.
# $least - the smallest value
bus-refused-first-load = Die erste Aufladung einer solchen Karte ist mindestens { $least }.
# $least - the smallest value
bus-refused-top-up-too-small = Eine Aufladung ist mindestens { $least }.
# $most - the largest value
bus-refused-too-much = Eine Karte fasst höchstens { $most }.
# $card - the name of the card
bus-refused-no-room = „{ $card }“ hat keinen Platz für eine weitere Zeitkarte, bis eine abgelaufen ist.
# $days - 30 days, or a list of numbers
bus-refused-no-such-period = Zeitkarten gibt es für { $days } Tage, ab heute oder später.
bus-refused-days-reversed = Der letzte Tag kann nicht vor dem ersten liegen.
bus-refused-order-waits = Eine solche Bestellung wartet schon auf diese Karte; holen Sie sie erst ab.
# $card - the name of the card
# $days - 30 days, or a list of numbers
bus-refused-no-orders = Auf „{ $card }“ wartet nichts (in Bussen: { $days } Tage).
# $card - the name of the card
bus-refused-reported-already = „{ $card }“ ist schon als verloren gemeldet.
# $card - the name of the card
bus-refused-not-reported = Niemand hat „{ $card }“ als verloren gemeldet.
bus-refused-hotlist-full = Die Liste verlorener Karten ist voll; melden Sie erst eine als gefunden.
bus-refused-no-power = Die Busse sind ausgeschaltet.
bus-refused-power-is-on = Die Busse sind schon eingeschaltet.
bus-refused-starting = Der Bordrechner startet noch.
bus-refused-no-such-tariff = Diesen Tarif gibt es nicht.
bus-refused-no-such-row = Diese Zeile gibt es im Tarif nicht.
# $fare - normal or reduced
# $price - an amount
# $most - the largest value
bus-refused-bad-single = Ein Einzelfahrschein ({ $fare }) kann nicht { $price } zł kosten: erlaubt sind 0,01 bis { $most } zł.
bus-refused-no-class = Ein Tarif braucht mindestens eine Aufladestufe.
# $from - a date or an amount
bus-refused-class-order = Die Aufladestufe ab { $from } zł muss über der vorigen beginnen.
# $from - a date or an amount
# $stops - a number of stops
bus-refused-band-order = In der Aufladestufe ab { $from } zł muss die Stufe bis { $stops } Haltestellen weiter reichen als die vorige.
# $from - a date or an amount
bus-refused-no-last-band = Die Aufladestufe ab { $from } zł hat keinen Preis für die längsten Fahrten.
# $fare - normal or reduced
# $price - an amount
# $from - a date or an amount
# $single - an amount
bus-refused-longest-above-single = Der Preis von { $price } zł ({ $fare }) für die längsten Fahrten, Aufladung ab { $from } zł, liegt über dem Einzelfahrschein von { $single } zł.
# $fare - normal or reduced
# $price - an amount
# $stops - a number of stops
# $from - a date or an amount
# $single - an amount
bus-refused-above-single = Der Preis von { $price } zł ({ $fare }) bis { $stops } Haltestellen, Aufladung ab { $from } zł, liegt über dem Einzelfahrschein von { $single } zł.

## The bus. What the service point reads. English is compared with the acceptance language. At most 170 characters.

# $card - the name of the card
# $number - its number
# $status - how the card is: valid, blocked, …
# $from - a date or an amount
# $to - a date
service-read-personalised = { $card } (Nummer { $number }): persönliche Karte, { $status }, von { $from } bis { $to }.
# $card - the name of the card
# $number - its number
# $status - how the card is: valid, blocked, …
# $from - a date or an amount
# $to - a date
service-read-bearer = { $card } (Nummer { $number }): übertragbare Karte, { $status }, von { $from } bis { $to }.
service-read-normal = Einfaches Antippen bucht den Normaltarif ab.
service-read-reduced = Einfaches Antippen bucht den ermäßigten Tarif ab.
service-read-no-fare = Kein Tarif ist gesetzt.
# $until - a date
service-read-entitled-reduced = Zum ermäßigten Tarif berechtigt bis { $until }.
# $until - a date
service-read-entitled-free = Zu freier Fahrt berechtigt bis { $until }.
# $amount - with its currency
# $class - the number of the load class
service-read-purse = Guthaben { $amount }, Aufladestufe { $class }.
service-read-no-purse = Kein Guthaben.
# $fare - normal or reduced
# $from - a date or an amount
# $to - a date
service-read-period = Zeitkarte, { $fare }, von { $from } bis { $to }.
# $run - the number of the run
# $normal - a count of tickets
# $reduced - a count of tickets
# $amount - with its currency
service-read-ride = Offene Reise auf Fahrt { $run }: { $normal } normal, { $reduced } ermäßigt, { $amount } abgebucht.
# $order - the number of the order
# $amount - with its currency
service-read-order = Bestellung { $order } wartet: { $amount }.
# $order - the number of the order
# $until - a date
service-read-order-period = Bestellung { $order } wartet: Zeitkarte bis { $until }.
# $line - a number
# $stop - a stop
service-read-at-stop = (Linie { $line }, Haltestelle { $stop })

## The bus. What the inspector finds. English is compared with the acceptance language. At most 170 characters.

# $card - the name of the card
# $number - its number
# $reason - a sentence without its full stop
inspection-valid = { $card } (Nummer { $number }): gültig, { $reason }.
# $card - the name of the card
# $number - its number
# $reason - a sentence without its full stop
inspection-not-valid = { $card } (Nummer { $number }): NICHT GÜLTIG, { $reason }.
# $normal - a count of tickets
# $reduced - a count of tickets
inspection-tickets = Fahrscheine auf dieser Reise: { $normal } normal, { $reduced } ermäßigt.
inspection-by-purse = ein Fahrschein aus dem Guthaben ist hier erfasst
inspection-by-period = eine Zeitkarte ist hier erfasst
inspection-by-free = freie Fahrt ist hier erfasst
# $until - a date
inspection-period-while-blocked = eine Zeitkarte bis { $until }; solange die Entwerter gesperrt sind, reicht das (DK-11)
# $until - a date
inspection-period-not-registered = eine Zeitkarte bis { $until }, auf dieser Fahrt nicht erfasst (K-12)
inspection-companions-only = nur Fahrscheine von Mitfahrern sind hier erfasst
inspection-got-off = der Ausstieg aus dieser Fahrt ist erfasst
inspection-nothing = hier ist nichts erfasst
# $status - how the card is: valid, blocked, …
inspection-card-not-usable = die Karte ist { $status }
inspection-bus-on-no-run = der Bus ist auf keiner Fahrt

## The bus. What was done, in the history. At most 170 characters.

# $card - the name of the card
bus-did-hold = Sie halten „{ $card }“ an den Entwerter.
# $card - the name of the card
# $other - the name of the other card
bus-did-hold-both = Sie halten „{ $card }“ und „{ $other }“ zusammen an den Entwerter.
# $card - the name of the card
bus-did-pocket = Sie stecken „{ $card }“ ins Seitenfach.
bus-did-take = Sie nehmen die Karte vom Entwerter weg.
bus-did-take-out = Sie nehmen die Karte aus dem Seitenfach.
# $key - what is on the key
bus-did-press = Sie drücken { $key }.
# $key - what is on the key
bus-did-release = Sie lassen { $key } los.
# $field - the field of the display
bus-did-touch = Sie berühren „{ $field }“ auf der Anzeige.
bus-did-touch-nothing = Sie berühren die Anzeige neben den Feldern.
bus-did-lift = Sie nehmen den Finger von der Anzeige.
# $bus - the number of the bus
bus-did-walk-old = Sie gehen zum alten Entwerter von Bus { $bus }.
# $bus - the number of the bus
bus-did-walk-new = Sie gehen zum neuen Entwerter von Bus { $bus }.
bus-did-next-stop = Der Fahrer fährt zur nächsten Haltestelle.
bus-did-end-run = Der Fahrer beendet die Fahrt.
bus-did-depart = Der Fahrer beginnt die nächste Fahrt.
bus-did-block = Der Fahrer sperrt die Entwerter.
bus-did-unblock = Der Fahrer gibt die Entwerter frei.
bus-did-power-off = Beide Busse werden ausgeschaltet.
bus-did-power-on = Beide Busse werden eingeschaltet.
# $card - the name of the card
# $kind - the kind of card
# $amount - with its currency
bus-did-create = Sie bekommen die Karte „{ $card }“ ({ $kind }) mit { $amount }.
# $card - the name of the card
# $kind - the kind of card
bus-did-create-without = Sie bekommen die Karte „{ $card }“ ({ $kind }) ohne Guthaben.
# $card - the name of the card
# $new - its new name
bus-did-rename = Sie benennen „{ $card }“ in „{ $new }“ um.
# $card - the name of the card
bus-did-discard = Sie werfen „{ $card }“ weg.
# $card - the name of the card
bus-did-destroy = Sie lochen „{ $card }“.
# $card - the name of the card
bus-did-lose = Sie verlieren „{ $card }“.
# $card - the name of the card
# $kind - the kind of card
# $amount - with its currency
bus-did-sell = Die Servicestelle verkauft „{ $card }“ ({ $kind }) mit einer ersten Aufladung von { $amount }.
# $card - the name of the card
# $amount - with its currency
bus-did-load = Die Servicestelle lädt { $amount } auf „{ $card }“.
# $card - the name of the card
# $fare - normal or reduced
# $from - a date or an amount
# $to - a date
bus-did-sell-period = Die Servicestelle legt eine Zeitkarte auf „{ $card }“: { $fare }, von { $from } bis { $to }.
# $card - the name of the card
# $until - a date
bus-did-entitle-reduced = Die Servicestelle berechtigt „{ $card }“ zum ermäßigten Tarif bis { $until }.
# $card - the name of the card
# $until - a date
bus-did-entitle-free = Die Servicestelle berechtigt „{ $card }“ zu freier Fahrt bis { $until }.
# $card - the name of the card
bus-did-set-normal = Die Servicestelle stellt „{ $card }“ auf den Normaltarif.
# $card - the name of the card
bus-did-set-reduced = Die Servicestelle stellt „{ $card }“ auf den ermäßigten Tarif.
# $card - the name of the card
bus-did-set-no-fare = Die Servicestelle nimmt den Tarif von „{ $card }“ weg.
# $card - the name of the card
# $from - a date or an amount
# $to - a date
bus-did-set-days = Die Servicestelle macht „{ $card }“ von { $from } bis { $to } gültig.
# $card - the name of the card
bus-did-read = Die Servicestelle liest „{ $card }“ aus.
# $card - the name of the card
bus-did-fetch = Die Servicestelle legt die Web-Bestellungen auf „{ $card }“.
# $card - the name of the card
bus-did-report-lost = Sie melden „{ $card }“ an der Servicestelle als verloren.
# $card - the name of the card
bus-did-report-found = Sie melden „{ $card }“ an der Servicestelle als gefunden.
# $card - the name of the card
# $amount - with its currency
bus-did-order = Sie bestellen { $amount } für „{ $card }“ im Webshop.
# $card - the name of the card
# $fare - normal or reduced
# $days - 30 days, or a list of numbers
# $from - a date or an amount
bus-did-order-period = Sie bestellen eine Zeitkarte für „{ $card }“ im Webshop: { $fare }, { $days } ab { $from }.
# $card - the name of the card
bus-did-inspect = Die Kontrolle prüft „{ $card }“.
# $time - date and time
bus-did-set-clock = Datum und Uhrzeit werden auf { $time } gestellt.
# $setting - the name of the setting
# $value - as it is written
bus-did-configure = Sie setzen „{ $setting }“ auf { $value }.
# $tariff - the name of the tariff
bus-did-set-tariff = Ab jetzt gilt der Tarif „{ $tariff }“.
# $fare - normal or reduced
# $price - an amount
bus-did-set-single = Ab jetzt kostet ein Einzelfahrschein ({ $fare }) { $price }.
# $class - the number of the load class
# $stops - a number of stops
# $fare - normal or reduced
# $price - an amount
bus-did-set-band = Ab jetzt kostet in Aufladestufe { $class } eine Fahrt bis { $stops } Haltestellen ({ $fare }) { $price }.
# $class - the number of the load class
# $fare - normal or reduced
# $price - an amount
bus-did-set-last-band = Ab jetzt kostet in Aufladestufe { $class } die längste Fahrt ({ $fare }) { $price }.
# $bus - the number of the bus
# $screen - what the screen shows
bus-happened-old = Bus { $bus }, alter Entwerter: { $screen }
# $bus - the number of the bus
# $screen - what the screen shows
bus-happened-new = Bus { $bus }, neuer Entwerter: { $screen }

## The bus. What the requirements and decisions mean. At most 170 characters.

clause-k-01 = Ein Entwerter erfasst Fahrten, auch freie, und Ausstiege und zeigt, was auf der Karte ist.
clause-k-02 = Die Anzeige zeigt Datum und Uhrzeit, die neue Bauart auch Linie, Richtung und Nummer der Haltestelle.
clause-k-03 = Eine Meldung bleibt, solange ihre Karte dort gehalten wird.
clause-k-04 = Die alte Bauart hat die Tasten N, U und S, die neue die Felder Normal, Ermäßigt, Prüfen und Aufladen.
clause-k-05 = N oder U macht den Entwerter etwa 5 s bereit, einen Fahrpreis vom Guthaben abzubuchen.
clause-k-06 = S zeigt nacheinander, was auf der Karte ist: Zeitkarten, dann das Guthaben; rote Lampe und zwei Töne.
clause-k-07 = Eine erfasste Fahrt gibt eine Meldung, die rote Lampe und einen Ton.
clause-k-08 = Eine nicht erfasste Fahrt gibt den Grund, die rote Lampe und drei Töne.
clause-k-09 = Zu früh weggenommen: „Vorgang prüfen“ und drei Töne; S drücken und die Karte wieder hinhalten zeigt, ob es zählte; wenn nicht, wiederholen.
clause-k-10 = Fahrer oder Kontrolleurkarte können das Erfassen sperren: „GESPERRT“ und die rote Lampe.
clause-k-11 = Karten von außerhalb des Systems werden nicht beachtet.
clause-k-12 = Erfassen Sie die Fahrt beim Einsteigen: Karte an die markierte Stelle halten.
clause-k-13 = Beim Einsteigen wird der Einzelfahrpreis abgebucht; wer den Ausstieg erfasst, bekommt zurück, was die Fahrt weniger kostet.
clause-k-14 = Abgebucht wird der normale oder ermäßigte Preis; bei freier Fahrt wird nur erfasst.
clause-k-15 = Erst die Taste oder das Feld, dann die Karte.
clause-k-16 = Eine persönliche Karte zahlt den Tarif, der auf ihr steht; keine Taste ist nötig.
clause-k-17 = Ist die Berechtigung zur Ermäßigung abgelaufen, wird ohne Warnung der Normalpreis abgebucht.
clause-k-18 = Das Guthaben muss mindestens für einen Einzelfahrschein reichen.
clause-k-19 = Höchstens 5 Fahrscheine von derselben Haltestelle im selben Bus: der eigene und vier für andere.
clause-k-20 = Jeder weitere Fahrgast braucht einen weiteren Tastendruck.
clause-k-21 = Eine heute gültige Zeitkarte kommt zuerst; sind alle abgelaufen, wird ohne Warnung vom Guthaben bezahlt.
clause-k-22 = Zweimal S oder Aufladen: Karte ins Seitenfach stecken, um im Web Gekauftes zu holen; ein Ton, bei Misserfolg drei.
clause-dk-01 = Das Datum steht als Tag-Monat-Jahr; die alte Bauart hat zwei Zeilen zu 16 Zeichen.
clause-dk-02 = Eine Meldung endet, wenn ihre Karte geht; ohne Karte bleibt sie 5 s oder bis zur nächsten Taste oder Karte.
clause-dk-03 = Beide Bauarten können dasselbe; Aufladen ist zweimal S.
clause-dk-04 = Eine Karte zählt bis genau 5 s nach der Taste; dieselbe Taste beginnt neu, eine andere wählt um; das Ende ist stumm.
clause-dk-05 = Die nächste Karte verbraucht die Taste, die immer das Guthaben meint; die Karte muss nach der Taste kommen.
clause-dk-06 = Die Prüfung zeigt alle 2 s eine Seite, solange die Karte gehalten wird: Zeitkarten, Guthaben, diese Fahrt; geschrieben wird nichts.
clause-dk-07 = Die Lampe ist rot bei Erfolg und Misserfolg; Worte und Töne unterscheiden sie.
clause-dk-08 = Eine Karte wird nach 50 ms erkannt, nach 250 ms geändert, nach 400 ms bestätigt; sie ist immer ganz vor oder ganz nach der Änderung.
clause-dk-09 = Wurde ein Vorgang nicht bestätigt, sieht dieselbe Karte dort nur seinen Erfolg und zahlt nichts.
clause-dk-10 = Jeder Entwerter hat seine eigene Sperre: die Kontrolleurkarte schaltet sie um, der Fahrer setzt und löst sie; Karten lassen sich weiter prüfen.
clause-dk-11 = Bei Sperre wird auch eine Zeitkarte abgewiesen, doch ihr Besitzer hat nichts falsch gemacht.
clause-dk-12 = Eine fremde Karte verbraucht keine Taste; zwei Karten zugleich: DK-39.
clause-dk-13 = Die Karte ohne Taste an einer späteren Haltestelle ist der Ausstieg; eine offene Reise einer anderen Fahrt endet, ihr Vorschuss ist der Preis.
clause-dk-14 = An der Einstiegshaltestelle wird die Karte ohne Taste abgewiesen; eine Einstellung kann dort den Ausstieg erlauben.
clause-dk-15 = Ein Ausstieg rechnet alle Fahrscheine der Fahrt ab, jeden ab seiner Haltestelle; kein Preis darf über dem Einzelfahrschein liegen.
clause-dk-16 = Gültige Berechtigung zu freier Fahrt braucht kein Geld; ist sie abgelaufen, gilt der Normalpreis.
clause-dk-17 = Eine Karte, die nicht sagt, welcher Fahrschein, braucht eine Taste.
clause-dk-18 = U nimmt den ermäßigten Preis, was auch abgelaufen ist.
clause-dk-19 = Genau der Preis des Fahrscheins reicht; das Guthaben geht nie unter null.
clause-dk-20 = Die Grenze zählt die Fahrscheine dieser Haltestelle, und auch Sie selbst bei Zeitkarte oder freier Fahrt.
clause-dk-21 = Eine Zeitkarte gilt am ersten und am letzten Tag; von mehreren wird die genommen, die zuerst endet.
clause-dk-22 = Das zweite S zählt, solange die Zeit des ersten läuft.
clause-dk-23 = Das Seitenfach wartet 10 s, eine Übertragung dauert 3 s; eine Karte an der falschen Stelle tut derweil nichts.
clause-dk-24 = Höchstens eine Aufladung und eine Zeitkarte auf einmal, keine zweimal; geht die Karte zu früh, ist nichts verloren.
clause-dk-25 = Als verloren gemeldete, gesperrte und abgelaufene Karten werden abgewiesen.
clause-dk-26 = Für das Umsteigen gibt es keinen Rabatt.
clause-dk-27 = Ohne Taste gilt die Karte für Sie; mit Taste ist es Ihr Fahrschein, wenn einer fehlt und der Tarif passt, sonst ein Mitfahrer; ein fünfter Einstieg wird abgewiesen.
clause-dk-28 = Wo der Ausstieg erfasst wurde, wird die Karte ohne Taste abgewiesen.
clause-dk-29 = Ein unbestätigter Vorgang hinterlässt eine Marke auf der Karte; ist sein Erfolg gezeigt, wird sie entfernt.
clause-dk-30 = Eine Sperre schaltet N, U und ein wartendes Seitenfach ab, nicht aber S; eine begonnene Karte wird zu Ende bedient.
clause-dk-31 = Die Lampe leuchtet, bis die Karte weg und der letzte Ton vorbei ist.
clause-dk-32 = Aufladungen und Zeitkarten zählen getrennt; was nicht auf die Karte passt, wartet weiter; eine unlesbare Karte wird nicht beachtet.
clause-dk-33 = Der Vorschuss einer zerstörten oder verlorenen Karte wird zum Fahrpreis.
clause-dk-34 = Datum, Uhrzeit und Ort kommen vom Bus; ohne sie ist der Entwerter außer Betrieb und erfasst nichts.
clause-dk-35 = Prüfen zweimal zu berühren beginnt nur seine Zeit neu.
clause-dk-36 = Eine gültig begonnene Fahrt endet gültig: Der Ausstieg wird abgerechnet, auch wenn Karte oder Tag abgelaufen sind.
clause-dk-37 = Nach „Sprawdź operację“ zeigt die Prüfung zuerst, ob die Fahrt registriert wurde.
clause-dk-38 = Eine Karte, die bei der Rückkehr des Stroms schon dort lag, wurde nicht vorgehalten; erst wegnehmen.
clause-dk-39 = Zwei Karten des Systems zugleich: Keine wird geändert. Eine fremde Karte neben einer eigenen wird ignoriert.

## Until the program of the page runs. At most 44 characters.

boot-loading = Wird geladen
boot-reload = Neu laden
boot-own-tab = In eigenem Tab öffnen

## The page does not start. `src/boot/boot.js` finds the cause. At most 300 characters.

boot-static = Die Seite ist nicht gestartet. Sie braucht JavaScript, WebAssembly und Verbindung: neu laden oder in eigenem Tab öffnen.
boot-browsers = Chrome 108, Firefox 121 oder Safari 16.4 oder eine neuere Version
boot-old = Dieser Browser ist zu alt für die Seite. Nehmen Sie { $browsers }.
boot-wasm = Dieser Browser führt kein WebAssembly aus, das die Seite braucht. Erlauben Sie es für diese Website (Safari: Blockierungsmodus für die Website ausschalten), oder nehmen Sie { $browsers }.
boot-policy = Die Website, die diese Seite zeigt, lässt sie nicht laufen: In ihrer Content Security Policy fehlt wasm-unsafe-eval, oder sie sperrt die Skripte. Öffnen Sie die Seite in einem eigenen Tab, oder wenden Sie sich an die Verwaltung der Website.
boot-frame = Der Rahmen um diese Seite sperrt sie (sandbox ohne allow-same-origin). Öffnen Sie die Seite in einem eigenen Tab.
boot-file = Aus einem Ordner geöffnet, kann die Seite ihr Programm nicht laden. Legen Sie den Ordner auf einen Webserver, oder nehmen Sie die Ausgabe in einer Datei.
boot-memory = Der Browser hat keinen Speicher mehr für diese Seite. Schließen Sie andere Tabs oder Programme und laden Sie die Seite neu.
boot-damaged = Das Programm der Seite kam beschädigt an, oder der Browser ist zu alt dafür. Laden Sie die Seite neu; hilft das nicht, nehmen Sie { $browsers }. ({ $detail })
boot-part = Ein Teil der Seite ist nicht angekommen. Prüfen Sie die Verbindung und laden Sie die Seite neu. ({ $detail })
boot-stuck = Seit zehn Sekunden ist nichts angekommen. Prüfen Sie die Verbindung. Die Seite macht von selbst weiter, wenn Daten kommen.
boot-other = Die Seite ist nicht gestartet. Laden Sie sie neu; hilft das nicht, nehmen Sie einen anderen Browser. ({ $detail })
