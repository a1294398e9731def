### The texts of the page in Norwegian (bokmål). `en.ftl` has the same messages in English.

## The language: its own name, and how it writes numbers and dates. At most 44 characters.

language-name = Norsk
decimal-mark = ,
# $list - everything but the last, 14, 30, 60
# $last - the last of a list
list-end = { $list } eller { $last }

## Dates. The months are as they stand after a day. At most 44 characters.

# $weekday - its name
# $day - a number
# $month - its name
# $year - a number
date-full = { $weekday } { $day }. { $month } { $year }
# $year - four digits
# $month - two digits
# $day - two digits
date-short = { $day }.{ $month }.{ $year }
weekday-monday = mandag
weekday-tuesday = tirsdag
weekday-wednesday = onsdag
weekday-thursday = torsdag
weekday-friday = fredag
weekday-saturday = lørdag
weekday-sunday = søndag
month-january = januar
month-february = februar
month-march = mars
month-april = april
month-may = mai
month-june = juni
month-july = juli
month-august = august
month-september = september
month-october = oktober
month-november = november
month-december = desember

## Things beside their number. At most 44 characters.

journal-lines =
    { $count ->
        [one] { $count } linje
       *[other] { $count } linjer
    }
wallet-cards =
    { $count ->
        [one] { $count } kort
       *[other] { $count } kort
    }
journal-times =
    { $count ->
        [one] { $count } gang
       *[other] { $count } ganger
    }
validator-beeps =
    { $count ->
        [one] { $count } kort pip
       *[other] { $count } korte pip
    }
firmware-agreed =
    { $count ->
        [one] { $count } likt bilde
       *[other] { $count } like bilder
    }
firmware-differ =
    { $count ->
        [one] { $count } ulikt
       *[other] { $count } ulike
    }
ticket-days =
    { $count ->
        [one] { $count } dag
       *[other] { $count } dager
    }

## The page. At most 44 characters.

product-name = Kerb & Quay
language-choice = Språk
views = Gå til
view-pedestal = Strømsøyle
view-validator-keys = Gammel kortleser
view-validator-touch = Ny kortleser

## The titles of the panels. At most 44 characters.

panel-wallet = Lommebok
panel-desk = Servicetorg
panel-boats = Båter og strøm
panel-clock = Klokke
panel-ledger = Pengestrøm
panel-journal = Historikk
panel-settings = Innstillinger
panel-session = Denne økten

## The titles of the panels. At most 150 characters.

panel-feel = Lyd, berøring og visning
panel-shop = Nettbutikk
panel-service = Servicepunkt
panel-inspector = Billettkontroll
panel-line = Linje og sjåfør
panel-tariff = Takstprofil

## Parts of the page. At most 44 characters.

dismiss = Lukk

## Parts of the page. At most 240 characters.

training-replica = øvingskopi
unofficial = Uoffisiell øvingskopi – ikke laget eller godkjent av noen produsent eller operatør.
page-missing-parts = Deler av siden kunne ikke hentes: paneler mangler, og økten din blir ikke lagret.
page-fetch-parts = Prøv igjen
page-no-locks = Bruk bare én fane om gangen i denne nettleseren.
page-crashed = Noe gikk galt, og siden stoppet. Det som er lagret, er urørt; last siden på nytt for å fortsette.

## Two tabs, and what the browser has stored. At most 240 characters.

storage-watching = En annen fane bruker denne siden. Her kan du se, men ikke røre.
storage-take-over = Ta over her
# $reason - a sentence without its full stop
storage-unreadable = Økten som er lagret i denne nettleseren, kan ikke leses: { $reason }. Den ligger der fortsatt; last den ned før du starter på nytt.
storage-download = Last ned den lagrede økten
storage-start-fresh = Start på nytt
storage-not-kept = Nettleseren lagrer ikke det du gjør her: lagringen er full eller slått av.
storage-kept = Kort, kreditt og historikk lagres bare i denne nettleseren. Å lukke siden kutter strømmen: en oppdatering som pågår, stopper der den er.

## The texts of a language that did not arrive. At most 150 characters.

# $language - its own name
language-missing = Siden er på engelsk: tekstene på dette språket kunne ikke hentes ({ $language }).

## A new version of the page. At most 110 characters.

update-new-version = Ny versjon tilgjengelig. Økten din blir beholdt.
update-use-it = Last på nytt

## Sound, vibration and display. At most 150 characters.

preference-volume = Volum
preference-mute = Lyd av
preference-vibration = Vibrasjon
preference-hold-assist = Trykk i stedet for å holde
preference-hold-assist-hint = Ett trykk starter, det neste stopper.
preference-projector = Projektorvisning
preference-pressed = Det som er trykket
preference-to-the-page = Tilbake til siden

## Keys of the keyboard. At most 110 characters.

keyboard-keys = Hurtigtaster
keyboard-tab = Neste / forrige kontroll
keyboard-press = Aktiver
keyboard-hold = Holdt nede: holder knappen på apparatet til du slipper
keyboard-open = På en paneltittel: åpne eller lukke panelet
keyboard-choose = Velg fra en liste
keyboard-close = Avbryt
keyboard-help = Vis disse tastene
keyboard-by-key = Åpne med «?»

## The wallet and its cards. At most 150 characters.

wallet-take-a-card = Velg et kort
wallet-more = Mer
# $seconds - with a decimal
wallet-held-for = Kortet ble holdt { $seconds } s
# $seconds - with a decimal
wallet-hold-on = Hold i { $seconds } s for å få alt tilbake

## The wallet and its cards. At most 44 characters.

card-rename = Gi nytt navn
card-destroy = Ødelegg (lag hull)
card-lose = Merk som mistet
card-discard = Kast
card-save-chip = Eksporter brikkebilde
card-inside = Kortdetaljer
card-counter = Endringer så langt
card-mark = Uavsluttet oppdatering
card-none = ingen
card-operations = Siste operasjoner
card-new-card = Nytt kort
card-name = Navn
card-kind = Type
card-get-card = Lag kort
card-together = Sammen med
card-use-both = Bruk begge samtidig
card-save-name = Lagre navnet
card-cancel = Avbryt
card-choice = Kort

## Questions before something that cannot be undone. At most 240 characters.

# $card - the name of the card
ask-destroy = Ødelegge «{ $card }»? Det blir laget hull i kortet, og all kreditt på det går tapt (P-01).
# $card - the name of the card
ask-lose = Merke «{ $card }» som mistet? Et mistet kort erstattes ikke, og all kreditt på det går tapt (P-02).
# $card - the name of the card
ask-discard = Kaste «{ $card }»? Da er kortet borte, med all kreditt på det.
ask-begin = Starte på nytt? Alle kort, all kreditt og hele historikken i denne økten slettes. Lagre økten først hvis du trenger den.

## Questions before something that cannot be undone. At most 44 characters.

ask-start-over = Start på nytt
ask-cancel = Avbryt

## How a card is. At most 60 characters.

status-valid = gyldig
status-invalid = ugyldig
status-blocked = sperret
status-foreign = fremmed
status-unreadable = uleselig
status-destroyed = ødelagt
status-lost = mistet
status-other-marina = annen havn
status-no-marina-card = ikke et havnekort

## The clock. At most 44 characters.

clock-run = Start
clock-pause = Pause
clock-speed = Fart
clock-exact-ms = Spol fram (ms)
clock-let-pass = Spol fram
clock-civil = Dato og klokkeslett
clock-set-civil = Still

## The ledger. At most 44 characters.

ledger-accounts = Kontoer
ledger-postings = Siste posteringer

## The ledger. At most 240 characters.

ledger-balanced = Alle pengene er gjort rede for.
# $reason - a sentence without its full stop
ledger-unbalanced = Pengene stemmer ikke: { $reason }.
ledger-no-postings = Ingenting er bokført ennå.

## The history. At most 44 characters.

journal-save = Lagre økten
journal-open = Åpne økt (.feature)

## The history. At most 240 characters.

journal-empty = Ingenting har skjedd ennå.
journal-hint = Nyeste først. Trykk på en regel for å se hva den sier.
# $passed - how many
# $failed - how many
journal-played = Kontroller: { $passed } besto, { $failed } feilet.

## Sessions as files. At most 240 characters.

file-scenario = Scenario
file-reading = Leser filen …
# $line - a number
# $reason - a sentence without its full stop
file-line = linje { $line }: { $reason }
# $file - the name of the file
file-too-large = «{ $file }» er større enn 2 MB; så stor er aldri en økt. Ingenting er endret.
# $file - the name of the file
file-not-text = «{ $file }» er ikke en tekstfil; velg en .feature-fil. Ingenting er endret.
file-no-parser = Den delen av siden som leser filer, kunne ikke lastes; sjekk forbindelsen og prøv igjen.
# $file - the name of the file
# $reason - a sentence without its full stop
file-cannot-play = «{ $file }» kan ikke spilles av: { $reason }. Ingenting er endret.
file-no-scenario = det er ikke noe scenario i den
file-not-gherkin = dette er ikke Gherkin
# $reason - a sentence without its full stop
file-cannot-save = Økten kan ikke lagres: { $reason }.

## The settings. At most 44 characters.

# $least - the smallest value
# $most - the largest value
settings-bounds = { $least } til { $most }
# $clause - a clause of the manual, P-14
settings-from-manual = brukermanual, { $clause }
# $source - where it is from
settings-from-public = åpen kilde: { $source }
settings-invented = antatt

## The settings. At most 240 characters.

settings-hint = Endringer gjelder fra neste operasjon.

## The settings. At most 60 characters.

setting-device-language = Språk på displayet
unit-millis = ms
unit-seconds = s
unit-ore = øre
unit-ore-per-kwh = øre per kWh
unit-watt-hours = Wh
unit-watts = W
unit-kilowatt-hours = kWh
choice-no = nei
choice-yes = ja
choice-freeze = frys kortet
choice-forfeit = inndra beløpet

## The session. At most 44 characters.

session-begin-opening = Start på nytt med eksempelkort
session-begin-bare = Start på nytt uten kort
# $version - 0.1.0
session-version = Versjon { $version }

## What a person typed cannot be used. At most 240 characters.

# $example - an amount, 100.50
typed-amount-missing = Beløpet mangler; skriv for eksempel { $example }.
typed-amount-negative = Et beløp kan ikke være under null.
# $typed - what the person typed
# $example - an amount, 100.50
typed-amount-unclear = «{ $typed }» er ikke et beløp; skriv for eksempel { $example }.
# $typed - what the person typed
# $whole - an amount, 1234
# $decimal - an amount, 1.23
typed-amount-ambiguous = «{ $typed }» kan være { $whole } eller { $decimal }; skriv ett av dem.
# $typed - what the person typed
typed-amount-too-fine = «{ $typed }» har mer enn to desimaler; den minste enheten er én øre.
# $typed - what the person typed
typed-amount-too-large = «{ $typed }» er mer enn noe kort kan inneholde.
# $typed - what the person typed
typed-civil-unclear = «{ $typed }» er ikke en dato med klokkeslett mellom 2000 og 2135; skriv for eksempel 2026-11-20 08:00:00.
# $typed - what the person typed
typed-ms-unclear = «{ $typed }» er ikke et helt antall millisekunder opp til 4294967295.
# $typed - what the person typed
typed-number-unclear = «{ $typed }» er ikke et heltall som denne innstillingen kan ha.

## Why something is refused, on both pages. English is compared with the acceptance language. At most 160 characters.

# $card - the name of the card
refused-no-such-card = Det er ikke noe kort som heter «{ $card }» i lommeboka.
# $card - the name of the card
refused-name-taken = Det finnes allerede et kort som heter «{ $card }»; velg et annet navn.
refused-bad-name = Et navn har 1 til 24 tegn og ingen av " < > | \; velg et annet.
# $card - the name of the card
refused-one-card = «{ $card }» er ett kort; velg et annet ved siden av.
# $card - the name of the card
# $reason - a sentence without its full stop
refused-unreadable = «{ $card }» kan ikke leses: { $reason }.
refused-both-slots = ingen av de to feltene har riktig sjekksum
refused-nonsense = sjekksummen er riktig, men det inneholder en verdi som formatet ikke har
refused-ambiguous = de to feltene har samme løpenummer, men ulikt innhold
refused-other-layout = det er skrevet i et format som dette programmet ikke kjenner
refused-no-such-setting = Den innstillingen finnes ikke.
# $setting - the name of the setting
# $value - as it is written
# $least - the smallest value
# $most - the largest value
refused-bad-setting = «{ $setting }» kan ikke være { $value }: det må ligge mellom { $least } og { $most }.

## The firmware beside the replica. At most 240 characters.

firmware-run = Kjør ekte fastvare
firmware-stop = Stopp fastvaren
firmware-explained = Filen som legges på en Raspberry Pi Pico, kjører her på et emulert kretskort, med de samme hendelsene.
firmware-coming = Henter fastvaren og kretskortet …
firmware-building = Fastvaren bygges; den starter av seg selv så snart den er klar …
firmware-missing = Fastvaren kunne ikke hentes; sjekk forbindelsen.
firmware-again = Prøv igjen
# $reason - a sentence without its full stop
firmware-broken = Det emulerte kretskortet har stoppet: { $reason }.
firmware-display = Det fastvaren viser
firmware-marked = Piksler som er ulike, er rosa.
firmware-otherwise = Lamper eller releer er ulike.
firmware-keeps-up = holder følge
# $time - date and time
firmware-behind = tar igjen ({ $time })
# $time - date and time
firmware-waiting = tar igjen, klokka står ({ $time })
# $name - a name
# $version - 0.1.0
# $size - in kilobytes
firmware-file = { $name } { $version } · { $size } kB
firmware-download = Last ned UF2-filen

## The quay. Its page. At most 240 characters.

quay-tagline = Prøv en strømsøyle i havna
quay-invite = Dra et kort fra lommeboka til holderen, eller bruk knappen på kortet.
quay-wallet-empty = Lommeboka er tom. Lag et kort nedenfor.
quay-release-hint = Sletter kreditt som et mistet eller ødelagt kort har etterlatt på en stikkontakt på denne strømsøylen.
# $time - date and time
quay-session-title = En økt på kaia, { $time }
site-bus = Kortleser på buss

## The quay. The pedestal. At most 44 characters.

# $number - its number
pedestal-number = Strømsøyle { $number }
pedestal-display = Displayet på strømsøylen
pedestal-back = Tilbake
pedestal-enter = Enter
# $socket - the number of the socket
pedestal-socket = Stikkontakt { $socket }
pedestal-holder = Kortholder
pedestal-plug-in = Koble til
pedestal-unplug = Koble fra
pedestal-is-live = på
pedestal-switched-on = på
pedestal-is-off = av

## The quay. The pedestal. At most 240 characters.

pedestal-key-back = 1 Tilbake Back
pedestal-key-enter = 2 Enter
# $socket - the number of the socket
pedestal-choose = Stikkontakt { $socket }
# $socket - the number of the socket
pedestal-choose-lit = Stikkontakt { $socket }, lyser blått
# $socket - the number of the socket
pedestal-push-plug = Koble båten til stikkontakt { $socket }
# $socket - the number of the socket
pedestal-pull-plug = Koble båten fra stikkontakt { $socket }
pedestal-take = Ta ut

## The quay. The pedestal. At most 110 characters.

# $sockets - numbers, separated by commas
pedestal-sockets-lit = Lyser blått: stikkontakt { $sockets }
pedestal-sockets-dark = Ingen stikkontakt lyser

## The quay. The wallet. At most 44 characters.

quay-card-put-in = Sett inn kort
# $pedestal - the number of the pedestal
quay-card-in-holder = I holderen på strømsøyle { $pedestal }
quay-card-amount = Beløp (kr)

## The quay. The service desk. At most 44 characters.

desk-load = Fyll på kort
desk-pay-out = Utbetal
desk-read = Les kort
desk-reset = Tilbakestill
desk-write-off = Avskriv
# $socket - the number of the socket
desk-release = Frigi stikkontakt { $socket }
desk-open-now = Åpent
desk-closed-now = Stengt
desk-hours = Mandag til fredag 08.00–15.30
desk-address = Havnekontoret, Kaigata 1, 1. etasje

## The quay. Boats and power. At most 44 characters.

boats-walk = Du er ved
boats-mains = Strøm på kaia
boats-mains-on = På
boats-mains-off = Av
# $socket - the number of the socket
boats-boat = Båt ved stikkontakt { $socket }
boats-credit-left = Kreditt
boats-delivered = Levert
boats-draws = Effekt
boats-lasts = Tid igjen
boats-aboard = Om bord
# $hours - whole hours
# $minutes - the minutes beside them
boats-hours-minutes = { $hours } t { $minutes } min

## The quay. Kinds of cards. At most 60 characters.

quay-kind-user = Brukerkort
quay-kind-other-marina = Kort fra en annen havn
quay-kind-foreign = Fremmed kort
quay-kind-blocked = Sperret kort
quay-kind-spoilt = Avbrutt kort

## The quay. Lines of a card's own log. At most 60 characters.

quay-log-load = overføring til kontakt
quay-log-return = tilbakeføring
quay-log-sale = salg
quay-log-reset = tilbakestilling
quay-log-pay-out = utbetaling

## The quay. What is switched on aboard. At most 60 characters.

appliance-light = Lugarlys
appliance-fridge = Kjøleskap
appliance-dehumidifier = Avfukter
appliance-charger = Batterilader
appliance-boiler = Varmtvannsbereder
appliance-heater = Vifteovn
appliance-kettle = Vannkoker

## The quay. Accounts of the ledger. At most 60 characters.

quay-account-sold = Solgt på servicetorget
# $card - the name of the card
quay-account-on-card = Kort { $card }
# $card - the name of the card
quay-account-frozen = Frosset på kort { $card }
# $socket - the number of the socket
quay-account-on-socket = Stikkontakt { $socket }
# $socket - the number of the socket
quay-account-suspense = Uavklart, stikkontakt { $socket }
quay-account-consumed = Levert som strøm
quay-account-rounding = Under én øre
quay-account-lost = Tapt
quay-account-cash-out = Utbetalt

## The quay. Why value moved. At most 60 characters.

quay-cause-sale = salg
quay-cause-load = lagt inn på stikkontakten
quay-cause-return = tatt tilbake
quay-cause-metering = strøm brukt
quay-cause-given-back = gitt tilbake etter strømbrudd
quay-cause-tear = kort tatt ut for tidlig
quay-cause-resume = oppdatering fullført likevel
quay-cause-suspense = utfallet er ukjent
quay-cause-settlement = utfallet er avklart
quay-cause-reset = kort tilbakestilt
quay-cause-forfeit = inndratt (øvingsregel)
quay-cause-card-gone = kort ødelagt eller mistet
quay-cause-write-off = avskrevet
quay-cause-pay-out = utbetalt

## The quay. Screens of the pedestal, in the history. At most 60 characters.

pedestal-screen-welcome = velkommen
pedestal-screen-service-select = velg stikkontakt
pedestal-screen-busy = stikkontakt i bruk
pedestal-screen-outlet-status = status for stikkontakt
pedestal-screen-updating = oppdaterer
pedestal-screen-remove-card = ta ut kortet
pedestal-screen-interrupted = avbrutt
pedestal-screen-wrong-card = feil kort
pedestal-screen-one-card-only = bare ett kort
pedestal-screen-invalid-card = ugyldig kort
pedestal-screen-credit-check = kredittsjekk
pedestal-screen-dark = ingen strøm

## The quay. Names of the settings. At most 60 characters.

quay-setting-inactivity = Ett skjermbilde tilbake etter
quay-setting-step = Ett trykk flytter
quay-setting-hold = Holdetid for å få alt tilbake
quay-setting-dead-zone = Dødsone før holdet
quay-setting-pause = Kort pause før oppdatering
quay-setting-update = En oppdatering tar
quay-setting-final-write = Siste skriving før slutten
quay-setting-recovery = Tid til å sette kortet tilbake
quay-setting-tear-policy = Etter en uavsluttet oppdatering
quay-setting-remove-prompt = «Ta ut kortet» vises i (0: til det er tatt ut)
quay-setting-price = Strømpris
quay-setting-one-socket = Bare én stikkontakt per kort
quay-setting-memory = Måleren lagres for hver
quay-setting-detect = Kortleser: å oppdage et kort
quay-setting-write = Kortleser: å skrive et kort
quay-setting-confirm = Kortleser: å bekrefte en skriving
quay-setting-desk-hours = Overhold åpningstidene til servicetorget

## The quay. Why something is refused. English is compared with the acceptance language. At most 160 characters.

# $card - the name of the card
quay-refused-card-in-holder = «{ $card }» står i holderen på en strømsøyle; ta det ut først.
quay-refused-holder-taken = Det står et kort i holderen; ta det ut først.
quay-refused-holder-empty = Det står ikke noe kort i holderen.
# $pedestal - the number of the pedestal
quay-refused-no-such-pedestal = Det er ingen strømsøyle { $pedestal } på denne kaia; gå til 1 eller 2.
# $card - the name of the card
quay-refused-destroyed = «{ $card }» er ødelagt; ødelagte kort erstattes ikke (P-02).
# $card - the name of the card
quay-refused-lost = «{ $card }» er mistet; mistede kort erstattes ikke (P-02).
# $card - the name of the card
quay-refused-not-gone = «{ $card }» er verken ødelagt eller mistet.
# $card - the name of the card
quay-refused-foreign = «{ $card }» er ikke utstedt av denne havna.
# $card - the name of the card
quay-refused-blocked = «{ $card }» er sperret av utstederen.
# $card - the name of the card
quay-refused-must-be-reset = «{ $card }» er ugyldig: en oppdatering ble ikke fullført; få det tilbakestilt først (P-21).
# $card - the name of the card
quay-refused-nothing-to-reset = «{ $card }» er gyldig: det er ingenting å tilbakestille.
# $pedestal - the number of the pedestal
quay-refused-unreachable = Strømsøyle { $pedestal } kan ikke nås; prøv igjen når strømmen er tilbake.
# $amount - with its currency
quay-refused-bad-amount = { $amount } kan ikke settes inn på kortet: det må være mer enn ingenting og få plass på kortet.
# $card - the name of the card
quay-refused-nothing-to-pay-out = Det er ingenting å utbetale på «{ $card }».
# $socket - the number of the socket
quay-refused-nothing-to-release = Stikkontakt { $socket } har ingen kreditt fra et ødelagt eller mistet kort.
# $socket - the number of the socket
quay-refused-update-open = En oppdatering av kontakt { $socket } venter på kortet sitt; avskriv kortet først, eller la minuttet gå ut.
# $card - the name of the card
quay-refused-nothing-to-write-off = Ingen strømsøyle har noe uavklart for «{ $card }».
quay-refused-desk-closed = Servicetorget er stengt; det er åpent mandag til fredag kl. 08.00 til 15.30.
# $socket - the number of the socket
quay-refused-plug-as-it-is = Støpselet i stikkontakt { $socket } er allerede slik.
# $socket - the number of the socket
# $wanted - watts
# $allowed - watts
quay-refused-too-much-power = Stikkontakt { $socket } måtte gi { $wanted } W; sikringen tåler { $allowed } W. Slå av noe først.
quay-refused-no-power = Strømsøylene har ikke strøm.
quay-refused-power-is-on = Strømmen er allerede på.

## The quay. What the desk reads out. English is compared with the acceptance language. At most 160 characters.

# $card - the name of the card
# $number - its number
# $balance - with its currency
# $status - how the card is: valid, blocked, …
desk-read-card = { $card } (nummer { $number }): { $balance }, { $status }.
# $pedestal - the number of the pedestal
# $amount - with its currency
desk-read-mark = Avbrutt ved strømsøyle { $pedestal }; en tilbakestilling gir { $amount }.
# $socket - the number of the socket
desk-read-settled = Oppdateringen av stikkontakt { $socket } er avklart.
# $socket - the number of the socket
# $amount - with its currency
desk-read-socket = Stikkontakt { $socket } har { $amount } av det.
# $socket - the number of the socket
desk-read-at-socket = (stikkontakt { $socket })

## The quay. What was done, in the history. At most 160 characters.

# $card - the name of the card
quay-did-present = Du setter «{ $card }» i holderen.
# $card - the name of the card
# $other - the name of the other card
quay-did-present-both = Du setter «{ $card }» og «{ $other }» i holderen samtidig.
quay-did-take = Du tar ut kortet.
# $key - what is on the key
quay-did-press = Du trykker på { $key }.
# $key - what is on the key
quay-did-release = Du slipper { $key }.
# $pedestal - the number of the pedestal
quay-did-walk = Du går til strømsøyle { $pedestal }.
quay-did-power-off = Strømmen blir borte.
quay-did-power-on = Strømmen er tilbake.
# $socket - the number of the socket
quay-did-plug = Du kobler båten til stikkontakt { $socket }.
# $socket - the number of the socket
quay-did-unplug = Du kobler båten fra stikkontakt { $socket }.
# $appliance - its name
# $socket - the number of the socket
# $state - on or off
quay-did-switch = Du slår { $appliance } ved stikkontakt { $socket }: { $state }.
# $card - the name of the card
# $kind - the kind of card
# $amount - with its currency
quay-did-create = Du får kortet «{ $card }» ({ $kind }) med { $amount }.
# $card - the name of the card
# $new - its new name
quay-did-rename = Du gir «{ $card }» navnet «{ $new }».
# $card - the name of the card
quay-did-discard = Du kaster «{ $card }».
# $card - the name of the card
quay-did-destroy = Du lager hull i «{ $card }».
# $card - the name of the card
quay-did-lose = Du mister «{ $card }».
# $card - the name of the card
# $amount - with its currency
quay-did-load = Servicetorget fyller på «{ $card }» med { $amount }.
# $card - the name of the card
quay-did-pay-out = Servicetorget utbetaler «{ $card }».
# $card - the name of the card
quay-did-read = Servicetorget leser av «{ $card }».
# $card - the name of the card
quay-did-reset = Servicetorget tilbakestiller «{ $card }».
# $card - the name of the card
quay-did-write-off = Servicetorget avskriver «{ $card }».
# $socket - the number of the socket
quay-did-release-socket = Servicetorget frigir stikkontakt { $socket }.
# $time - date and time
quay-did-set-clock = Dato og klokkeslett stilles til { $time }.
# $setting - the name of the setting
# $value - as it is written
quay-did-configure = Du setter «{ $setting }» til { $value }.
# $pedestal - the number of the pedestal
# $screen - what the screen shows
quay-happened = Strømsøyle { $pedestal }: { $screen }

## The quay. What the clauses of the manual mean. At most 170 characters.

clause-p-05 = Søylen har kortholder, Tilbake, Enter og en knapp for hver stikkontakt.
clause-p-06 = I hvile viser displayet velkomstskjermen.
clause-p-07 = Mer enn 5 s uten berøring: ett skjermbilde tilbake.
clause-p-08 = Tas kortet ut, går displayet straks til velkomstskjermen.
clause-p-09 = Et brukerkort i holderen åpner valg av stikkontakt.
clause-p-10 = Knappen ved en stikkontakt velger den.
clause-p-11 = Er stikkontakten i bruk, ber displayet om en annen.
clause-p-12 = En ledig stikkontakt åpner statusskjermen.
clause-p-13 = Statusen viser stikkontakten, kreditten der og kreditten på kortet.
clause-p-14 = Hvert trykk legger 10 kr fra kortet inn på stikkontakten.
clause-p-15 = Hold knappen ca. 5 s for å ta all kreditt tilbake til kortet.
clause-p-16 = Etter en kort pause uten trykk starter oppdateringen.
clause-p-17 = Oppdateringen tar ca. 5 s; kortet må stå i.
clause-p-18 = Tas kortet ut under oppdatering, tapes kreditt og kortet blir ugyldig.
clause-p-19 = Kortet kan settes tilbake innen 1 minutt, så fullføres oppdateringen.
clause-p-20 = Settes det ikke tilbake, blir kortet ugyldig.
clause-p-21 = Servicetorget tilbakestiller et ugyldig kort med verdien ved avbruddet.
clause-p-22 = Når oppdateringen er ferdig, ber displayet deg ta ut kortet.
clause-p-23 = En stikkontakt med kreditt slås på automatisk, og knappen lyser blått.
clause-p-24 = Strøm leveres i kilowattimer.
clause-p-25 = Når kreditten er brukt opp eller tatt ut, slås stikkontakten av.
clause-p-26 = Uten kort viser knappen ved en stikkontakt kreditten når som helst.
clause-dp-01 = Seks knapper: Tilbake, Enter og én for hver av fire stikkontakter.
clause-dp-02 = Tilbake går ett skjermbilde tilbake og dropper det som er valgt; Enter bekrefter.
clause-dp-03 = Displayet bruker språket som er innstilt.
clause-dp-04 = «Forrige skjermbilde» er fast for hvert skjermbilde.
clause-dp-05 = Nøyaktig 5 s er ennå ikke «mer enn 5 s»; den korte pausen er 3 s etter siste slipp.
clause-dp-06 = Ingen knapp og ingen tidsgrense rører en oppdatering; «ta ut kortet» venter på kortet.
clause-dp-07 = Et kort som står i, kan brukes videre fra velkomstskjermen.
clause-dp-08 = På statusskjermen flytter knappen ved en annen stikkontakt ingenting.
clause-dp-09 = I bruk betyr: den har kreditt fra et annet kort.
clause-dp-10 = Kreditten på søylen er den på valgt stikkontakt, også i kWh.
clause-dp-11 = Et trykk teller når det slippes; et helt hold teller én gang og er ikke et trykk.
clause-dp-12 = Trykk legges sammen, aldri over saldoen på kortet; pengene flyttes i oppdateringen.
clause-dp-13 = Et hold erstatter tidligere trykk; det som er under én øre, føres som avrunding.
clause-dp-14 = Du får ett minutt bare hvis du tar ut kortet under en oppdatering.
clause-dp-15 = Et kort som settes tilbake, kjører hele oppdateringen på nytt.
clause-dp-16 = Bare samme kort på samme søyle teller; for andre går minuttet videre.
clause-dp-17 = Kortet merkes med verdien sin før noe flyttes.
clause-dp-18 = Et ødelagt eller mistet kort avvises overalt; saldoen er tapt.
clause-dp-19 = En tilbakestilling på servicetorget avslutter minuttet som venter på kortet.
clause-dp-20 = En stikkontakt er på og blå så lenge den har kreditt som ikke tas tilbake.
clause-dp-21 = Hver wattime betales nøyaktig; den siste kan være delvis betalt.
clause-dp-22 = En kredittsjekk varer til 5 s uten berøring; den går også i minuttet.
clause-dp-23 = Et kort som ikke kan brukes, viser deg til servicetorget.
clause-dp-24 = Dette er en uoffisiell øvingskopi.
clause-dp-25 = Etter et strømbrudd fortsetter alt i minnet; stikkontakter med kreditt er på igjen.
clause-dp-26 = Ett kort kan ha flere stikkontakter, hvis ikke innstillingen sier én.
clause-dp-27 = Tatt ut under siste skriving: beløpet er uavklart til kortet vises igjen.
clause-dp-28 = En stikkontakt velges idet knappen trykkes ned; det trykket overfører ingenting.
clause-dp-29 = Så lenge en oppdatering er åpen, avgjør den hva et kort betyr.
clause-dp-30 = Merket og telleren på kortet sier om det skal kjøres igjen, fullføres eller startes på nytt.
clause-dp-31 = Kortet selv, eller servicetorget, avklarer en oppdatering med ukjent utfall.
clause-dp-32 = Et strømbrudd teller som uttak; minuttet går én gang til etter første omstart.
clause-dp-33 = Måleren lagres hver 10 Wh; et strømbrudd kan gi så mye tilbake.
clause-dp-34 = En operasjon i gang beholder innstillingene den begynte med.
clause-dp-35 = Servicetorget kan frigi en stikkontakt når kortet er ødelagt eller mistet.
clause-dp-36 = Med et kort i holderen sier velkomstbildet det, og at knappene 1 til 4 går videre.
clause-dp-37 = En linje om en knapp nevner den, og ingen ber om et trykk som kortet ikke kan betale.
clause-dp-38 = Slippes holdet for tidlig, lastes det; displayet sier det, og at Tilbake angrer.
clause-dp-39 = Hver kontakt viser kWh levert siden den sist var ledig; pengestrømmen viser også kWh.

## The bus. Its page. At most 150 characters.

bus-tagline = Prøv en kortleser på bussen
# $time - date and time
bus-session-title = En tur { $time }
site-quay = Strømsøyle

## The bus. The validators. At most 150 characters.

validator-training = Øvingskopi
validator-old-type = Gammel type
validator-new-type = Ny type
# $bus - the number of the bus
bus-number = Buss { $bus }
validator-side-by-side = Side om side
validator-display = Display
validator-front = Lesefelt for kort
validator-pocket = Sidelomme for nettpåfylling
validator-lamp-on = Rød lampe lyser
validator-lamp-off = Rød lampe av
validator-quiet = Ingen pip
validator-key-n = N: normal billett
validator-key-u = U: redusert billett
validator-key-s = S: kontroll av kortet; to ganger: påfylling
validator-take-away = Ta bort
bus-pocket-hint-keys = Ta kortet ut, trykk S to ganger, og sett det inn igjen.
bus-pocket-hint-touch = Ta kortet ut, trykk på «{ $field }», og sett det inn igjen.
bus-no-run = Ikke i rute
# $number - its number
# $name - a name
bus-stop = Holdeplass { $number }: { $name }

## The bus. The wallet. At most 150 characters.

bus-card-hold = Hold inntil kortleseren
bus-card-hold-hint = Trykk og hold: kortet er der så lenge du holder
# $length - 1 s
bus-card-tap-for = Hold inntil ({ $length })
bus-card-leave = La det ligge på leseren
bus-card-into-pocket = Sett i sidelomma
bus-card-invite = Hold et kort mot kortleseren, eller dra det dit.
bus-card-empty = Det er ikke noe kort i lommeboka.
bus-card-held-for = Hvor lenge kortet holdes inntil
bus-card-personalised = Personlig kort
bus-card-at-validator = ved en kortleser
bus-card-no-purse = ingen saldo
bus-card-without-purse = La stå tomt for et kort uten penger
bus-card-amount = Beløp (zł)
bus-card-orders = Bestillinger: { $count }

## The bus. Line and driver. At most 150 characters.

driver-next-stop = Neste holdeplass
driver-end-run = Avslutt turen
driver-depart = Start neste tur
driver-block = Sperr kortleserne
driver-unblock = Opphev sperringen
driver-power = Strøm
driver-power-on = på
driver-power-off = av
# $line - a number
# $stop - a stop
driver-direction = Linje { $line } til { $stop }

## The bus. The web shop. At most 150 characters.

shop-hint = Bestillinger venter her til du henter dem i sidelomma eller på servicepunktet.
shop-top-up = Bestill påfylling
shop-order-period = Bestill periodebillett
shop-waiting = Venter
shop-nothing-waits = Ingen bestillinger venter.
# $amount - with its currency
shop-purse-order = påfylling på { $amount }
# $from - a date or an amount
# $to - a date
shop-period-order = periodebillett { $from } – { $to }
shop-card = Kort
shop-fare = Takst
shop-from-day = Første dag
shop-until-day = Siste dag
shop-days = Dager

## The bus. The service point. At most 150 characters.

service-read = Les kortet
service-fetch = Hent bestillinger
service-load = Fyll på
service-sell-card = Selg et kort
service-first-load = Første påfylling (zł)
service-sell-period = Selg periodebillett
service-entitle = Legg inn rettighet
service-entitlement = Rettighet
service-set-fare = Takst når kortet bare holdes inntil
service-no-fare = ingen
service-set-days = Sett kortets første og siste dag
service-report-lost = Meld tapt
service-report-found = Meld funnet

## The bus. The inspector. At most 150 characters.

inspector-inspect = Kontroller kortet
inspector-hint = Sjekk et kort slik en kontrollør ville gjort.
inspector-valid = gyldig
inspector-not-valid = ikke gyldig

## The bus. The tariff. At most 150 characters.

tariff-prices = Hva en reise koster (zł)
tariff-single = Enkeltbillett, trekkes på forskudd
# $amount - with its currency
tariff-load-class = Siste påfylling på { $amount } eller mer
# $stops - a number of stops
tariff-up-to-stops = inntil { $stops } holdeplasser
tariff-further = lengre reiser
tariff-kielce = Kielce, prisliste etter vedtak XXXVII/679/2012 (historisk øvingstakst)
tariff-rybnik = Rybnik 2017, sone 0 (historisk; redusert takst for inntil 2 holdeplasser er oppdiktet)
tariff-jastrzebie = Jastrzębie-Zdrój 2016 (historisk; forskuddet settes til prisen for den lengste turen: oppdiktet)

## The bus. What a person typed cannot be used. At most 170 characters.

# $typed - what the person typed
bus-typed-too-fine = «{ $typed }» har mer enn to desimaler; den minste mynten er én grosz.
bus-typed-no-date = Datoen mangler; skriv for eksempel 2026-11-20.
# $typed - what the person typed
bus-typed-bad-date = «{ $typed }» er ikke en dato mellom 2000 og 2179; skriv for eksempel 2026-11-20.
bus-typed-no-days = Antall dager mangler; skriv for eksempel 30.
# $typed - what the person typed
bus-typed-bad-days = «{ $typed }» er ikke et antall dager; skriv for eksempel 30.

## The bus. Kinds of cards. At most 60 characters.

bus-kind-normal = Personlig kort, normal takst
bus-kind-reduced = Personlig kort, redusert takst
bus-kind-free = Personlig kort, gratis reise
bus-kind-bearer = Anonymt kort
bus-kind-controller = Kontrollørkort
bus-kind-other-city = Kort fra en annen by
bus-kind-foreign = Kort fra et annet system
bus-kind-blocked = Sperret kort
bus-kind-unreadable = Uleselig kort

## The bus. How a card is. At most 60 characters.

status-reported-lost = meldt tapt
status-expired = utløpt
status-not-yet-valid = ennå ikke gyldig
status-other-city = annen by
status-no-bus-card = ikke et busskort

## The bus. Entitlements and tickets. At most 60 characters.

entitlement-reduced = redusert takst
entitlement-free = gratis reise
fare-normal = normal
fare-reduced = redusert

## The bus. Fields of the touch display. At most 60 characters.

field-normal = Normal
field-reduced = Redusert
field-check = Sjekk kort
field-top-up = Lade kortet

## The bus. Lines of a card's own log. At most 60 characters.

bus-log-at-service-point = servicepunkt
bus-log-normal-ticket = normal billett
bus-log-reduced-ticket = redusert billett
bus-log-period-ride = reise på periodebillett
bus-log-free-ride = gratis reise
bus-log-exit = avstigning
bus-log-order = bestilling
bus-log-other = annet

## The bus. Accounts of the ledger. At most 60 characters.

bus-account-sold = Solgt på servicepunktet og på nett
# $card - the name of the card
bus-account-on-card = Kort { $card }
# $order - the number of the order
bus-account-on-order = Betalt for bestilling { $order }
# $card - the name of the card
# $run - the number of the run
bus-account-advance = Forskudd, kort { $card }, tur { $run }
bus-account-fares = Betalt for reiser
bus-account-lost = Tapt

## The bus. Why value moved. At most 60 characters.

bus-cause-sale = salg
bus-cause-order = bestilt på nett
bus-cause-top-up = bestilling lagt på kortet
bus-cause-entry = enkeltbillett trukket
bus-cause-refund = gitt tilbake ved avstigning
bus-cause-exit = reisen gjort opp ved avstigning
bus-cause-no-exit = avstigning aldri registrert
bus-cause-card-gone = kort ødelagt, mistet eller kastet

## The bus. Screens of a validator, in the history. At most 60 characters.

validator-screen-rest = klar
validator-screen-out-of-service = ute av drift
validator-screen-blocked = sperret
validator-screen-take-away = «Ta bort kortet»: det lå der da strømmen kom tilbake
validator-screen-armed-normal = normal billett, venter på kort
validator-screen-armed-reduced = redusert billett, venter på kort
validator-screen-armed-check = kortsjekk, venter på kort
validator-screen-writing = skriver på kortet
validator-screen-taken = billettprisen er trukket
validator-screen-exit = avstigning registrert
validator-screen-period = periodebillett registrert
validator-screen-free = gratis reise registrert
validator-screen-blocking = sperring satt eller opphevet med kort
validator-screen-orders = nettbestillinger lagt på kortet
validator-screen-refused = ikke utført, grunnen vises
validator-screen-check-operation = «Sjekk operasjon»: kortet ble tatt bort for tidlig
validator-screen-page = det som er på kortet
validator-screen-top-up-wait = sidelomma venter på kortet
validator-screen-top-up-run = henter nettbestillinger
validator-screen-dark = ingen strøm

## The bus. Names of the settings. At most 60 characters.

bus-setting-arm = En tast venter på kortet i
bus-setting-page = Hver side i kortsjekken vises i
bus-setting-message-min = En melding vises minst i
bus-setting-detect = Kortet oppdages etter
bus-setting-commit = Kortet er endret etter
bus-setting-confirm = Endringen bekreftes etter
bus-setting-tear-notice = En melding uten kort vises i
bus-setting-beep-on = Et pip varer
bus-setting-beep-off = Pause mellom pip
bus-setting-status-while-blocked = Kort kan sjekkes under sperring
bus-setting-same-stop-exit = Avstigning mulig der man gikk på
bus-setting-limit = Flest billetter fra én holdeplass
bus-setting-pocket-wait = Sidelomma venter i
bus-setting-pocket-run = En overføring i sidelomma tar
bus-setting-hotlist = Tapte, sperrede og utløpte kort avvises
bus-setting-boot = Oppstart av datamaskinen på bussen tar

## The bus. Why something is refused. English is compared with the acceptance language. At most 170 characters.

# $card - the name of the card
bus-refused-card-at-validator = «{ $card }» er ved en kortleser; ta det bort derfra først.
bus-refused-pocket-taken = Det står et kort i sidelomma; ta det ut først.
bus-refused-front-taken = Et kort holdes allerede mot kortleseren; ta det bort først.
bus-refused-pocket-empty = Det står ikke noe kort i sidelomma.
bus-refused-front-empty = Det er ikke noe kort ved kortleseren.
# $bus - the number of the bus
bus-refused-no-such-bus = Det finnes ingen buss { $bus }; gå på buss 1 eller 2.
bus-refused-no-keys = Den nye kortleseren har ingen taster; trykk på skjermen.
bus-refused-no-touch = Den gamle kortleseren har ikke berøringsskjerm; bruk tastene.
bus-refused-last-stop = Dette er siste holdeplass; begynn på neste tur.
bus-refused-no-run = Bussen er ikke ute på noen tur; begynn på den neste.
bus-refused-no-more-runs = Denne bussen har ikke flere turnumre.
# $card - the name of the card
bus-refused-destroyed = «{ $card }» er ødelagt.
# $card - the name of the card
bus-refused-lost = «{ $card }» er mistet.
# $card - the name of the card
bus-refused-foreign = «{ $card }» er ikke et reisekort fra denne byen.
# $card - the name of the card
# $status - how the card is: valid, blocked, …
bus-refused-not-usable = «{ $card }» er { $status }.
# $card - the name of the card
bus-refused-no-purse = «{ $card }» har ingen e-lommebok.
# $card - the name of the card
bus-refused-not-personalised = «{ $card }» er et upersonlig kort; bare personlige kort har en konto.
bus-refused-never-a-purse = Et slikt kort har ingen e-lommebok.
bus-refused-not-sold = Servicepunktet selger ikke slike kort.
# $least - the smallest value
bus-refused-first-load = Første påfylling av et slikt kort er på minst { $least }.
# $least - the smallest value
bus-refused-top-up-too-small = En påfylling er på minst { $least }.
# $most - the largest value
bus-refused-too-much = En e-lommebok rommer høyst { $most }.
# $card - the name of the card
bus-refused-no-room = «{ $card }» har ikke plass til en periodebillett til før en er utløpt.
# $days - 30 days, or a list of numbers
bus-refused-no-such-period = Periodebilletter gjelder i { $days } dager og begynner i dag eller senere.
bus-refused-days-reversed = Den siste dagen kan ikke komme før den første.
bus-refused-order-waits = En slik bestilling venter allerede på dette kortet; hent den først.
# $card - the name of the card
# $days - 30 days, or a list of numbers
bus-refused-no-orders = Ingenting venter på «{ $card }» (på bussene: { $days } dager).
# $card - the name of the card
bus-refused-reported-already = «{ $card }» er allerede meldt tapt.
# $card - the name of the card
bus-refused-not-reported = Ingen har meldt «{ $card }» tapt.
bus-refused-hotlist-full = Listen over tapte kort er full; meld ett av dem funnet først.
bus-refused-no-power = Bussene er slått av.
bus-refused-power-is-on = Bussene er allerede slått på.
bus-refused-starting = Datamaskinen på bussen holder fortsatt på å starte.
bus-refused-no-such-tariff = Den prislisten finnes ikke.
bus-refused-no-such-row = Den raden finnes ikke i prislisten.
# $fare - normal or reduced
# $price - an amount
# $most - the largest value
bus-refused-bad-single = En enkeltbillett ({ $fare }) kan ikke koste { $price } zł: velg mellom 0,01 og { $most } zł.
bus-refused-no-class = En prisliste trenger minst én påfyllingsklasse.
# $from - a date or an amount
bus-refused-class-order = Påfyllingsklassen fra { $from } zł må begynne over klassen før.
# $from - a date or an amount
# $stops - a number of stops
bus-refused-band-order = I påfyllingsklassen fra { $from } zł må trinnet på opptil { $stops } holdeplasser rekke lenger enn trinnet før.
# $from - a date or an amount
bus-refused-no-last-band = Påfyllingsklassen fra { $from } zł har ingen pris for de lengste reisene.
# $fare - normal or reduced
# $price - an amount
# $from - a date or an amount
# $single - an amount
bus-refused-longest-above-single = Prisen på { $price } zł ({ $fare }) for de lengste reisene, påfylling fra { $from } zł, er høyere enn enkeltbilletten på { $single } zł.
# $fare - normal or reduced
# $price - an amount
# $stops - a number of stops
# $from - a date or an amount
# $single - an amount
bus-refused-above-single = Prisen på { $price } zł ({ $fare }) for opptil { $stops } holdeplasser, påfylling fra { $from } zł, er høyere enn enkeltbilletten på { $single } zł.

## The bus. What the service point reads. English is compared with the acceptance language. At most 170 characters.

# $card - the name of the card
# $number - its number
# $status - how the card is: valid, blocked, …
# $from - a date or an amount
# $to - a date
service-read-personalised = { $card } (nummer { $number }): personlig kort, { $status }, fra { $from } til { $to }.
# $card - the name of the card
# $number - its number
# $status - how the card is: valid, blocked, …
# $from - a date or an amount
# $to - a date
service-read-bearer = { $card } (nummer { $number }): upersonlig kort, { $status }, fra { $from } til { $to }.
service-read-normal = Uten tastetrykk trekkes normal takst.
service-read-reduced = Uten tastetrykk trekkes redusert takst.
service-read-no-fare = Ingen takst er valgt.
# $until - a date
service-read-entitled-reduced = Har rett til redusert takst til og med { $until }.
# $until - a date
service-read-entitled-free = Har rett til gratis reise til og med { $until }.
# $amount - with its currency
# $class - the number of the load class
service-read-purse = E-lommebok { $amount }, påfyllingsklasse { $class }.
service-read-no-purse = Ingen e-lommebok.
# $fare - normal or reduced
# $from - a date or an amount
# $to - a date
service-read-period = Periodebillett, { $fare }, fra { $from } til { $to }.
# $run - the number of the run
# $normal - a count of tickets
# $reduced - a count of tickets
# $amount - with its currency
service-read-ride = Åpen reise på tur { $run }: { $normal } normal, { $reduced } redusert, { $amount } trukket.
# $order - the number of the order
# $amount - with its currency
service-read-order = Bestilling { $order } venter: { $amount }.
# $order - the number of the order
# $until - a date
service-read-order-period = Bestilling { $order } venter: periodebillett til { $until }.
# $line - a number
# $stop - a stop
service-read-at-stop = (linje { $line }, holdeplass { $stop })

## The bus. What the inspector finds. English is compared with the acceptance language. At most 170 characters.

# $card - the name of the card
# $number - its number
# $reason - a sentence without its full stop
inspection-valid = { $card } (nummer { $number }): gyldig, { $reason }.
# $card - the name of the card
# $number - its number
# $reason - a sentence without its full stop
inspection-not-valid = { $card } (nummer { $number }): IKKE GYLDIG, { $reason }.
# $normal - a count of tickets
# $reduced - a count of tickets
inspection-tickets = Billetter på denne reisen: { $normal } normal, { $reduced } redusert.
inspection-by-purse = en billett fra e-lommeboka er registrert her
inspection-by-period = en periodebillett er registrert her
inspection-by-free = gratis reise er registrert her
# $until - a date
inspection-period-while-blocked = en periodebillett til { $until }, og så lenge kortleserne er sperret, er det nok (DK-11)
# $until - a date
inspection-period-not-registered = en periodebillett til { $until }, ikke registrert på denne turen (K-12)
inspection-companions-only = bare billetter for medreisende er registrert her
inspection-got-off = avstigningen fra denne turen er registrert
inspection-nothing = ingenting er registrert her
# $status - how the card is: valid, blocked, …
inspection-card-not-usable = kortet er { $status }
inspection-bus-on-no-run = bussen er ikke ute på noen tur

## The bus. What was done, in the history. At most 170 characters.

# $card - the name of the card
bus-did-hold = Du holder «{ $card }» mot kortleseren.
# $card - the name of the card
# $other - the name of the other card
bus-did-hold-both = Du holder «{ $card }» og «{ $other }» mot kortleseren samtidig.
# $card - the name of the card
bus-did-pocket = Du setter «{ $card }» i sidelomma.
bus-did-take = Du tar kortet bort fra kortleseren.
bus-did-take-out = Du tar kortet ut av sidelomma.
# $key - what is on the key
bus-did-press = Du trykker på { $key }.
# $key - what is on the key
bus-did-release = Du slipper { $key }.
# $field - the field of the display
bus-did-touch = Du trykker på «{ $field }» på skjermen.
bus-did-touch-nothing = Du trykker på skjermen utenfor feltene.
bus-did-lift = Du løfter fingeren fra skjermen.
# $bus - the number of the bus
bus-did-walk-old = Du går til den gamle kortleseren på buss { $bus }.
# $bus - the number of the bus
bus-did-walk-new = Du går til den nye kortleseren på buss { $bus }.
bus-did-next-stop = Sjåføren kjører videre til neste holdeplass.
bus-did-end-run = Sjåføren avslutter turen.
bus-did-depart = Sjåføren begynner på neste tur.
bus-did-block = Sjåføren sperrer kortleserne.
bus-did-unblock = Sjåføren opphever sperringen av kortleserne.
bus-did-power-off = Begge bussene slås av.
bus-did-power-on = Begge bussene slås på.
# $card - the name of the card
# $kind - the kind of card
# $amount - with its currency
bus-did-create = Du får kortet «{ $card }» ({ $kind }) med { $amount }.
# $card - the name of the card
# $kind - the kind of card
bus-did-create-without = Du får kortet «{ $card }» ({ $kind }) uten saldo.
# $card - the name of the card
# $new - its new name
bus-did-rename = Du gir «{ $card }» navnet «{ $new }».
# $card - the name of the card
bus-did-discard = Du kaster «{ $card }».
# $card - the name of the card
bus-did-destroy = Du lager hull i «{ $card }».
# $card - the name of the card
bus-did-lose = Du mister «{ $card }».
# $card - the name of the card
# $kind - the kind of card
# $amount - with its currency
bus-did-sell = Servicepunktet selger «{ $card }» ({ $kind }) med en første påfylling på { $amount }.
# $card - the name of the card
# $amount - with its currency
bus-did-load = Servicepunktet fyller på «{ $card }» med { $amount }.
# $card - the name of the card
# $fare - normal or reduced
# $from - a date or an amount
# $to - a date
bus-did-sell-period = Servicepunktet legger en periodebillett på «{ $card }»: { $fare }, fra { $from } til { $to }.
# $card - the name of the card
# $until - a date
bus-did-entitle-reduced = Servicepunktet gir «{ $card }» rett til redusert takst til og med { $until }.
# $card - the name of the card
# $until - a date
bus-did-entitle-free = Servicepunktet gir «{ $card }» rett til gratis reise til og med { $until }.
# $card - the name of the card
bus-did-set-normal = Servicepunktet stiller inn «{ $card }» på normal takst.
# $card - the name of the card
bus-did-set-reduced = Servicepunktet stiller inn «{ $card }» på redusert takst.
# $card - the name of the card
bus-did-set-no-fare = Servicepunktet fjerner taksten som var valgt på «{ $card }».
# $card - the name of the card
# $from - a date or an amount
# $to - a date
bus-did-set-days = Servicepunktet gjør «{ $card }» gyldig fra { $from } til { $to }.
# $card - the name of the card
bus-did-read = Servicepunktet leser av «{ $card }».
# $card - the name of the card
bus-did-fetch = Servicepunktet legger nettbestillingene på «{ $card }».
# $card - the name of the card
bus-did-report-lost = Du melder «{ $card }» tapt på servicepunktet.
# $card - the name of the card
bus-did-report-found = Du melder «{ $card }» funnet på servicepunktet.
# $card - the name of the card
# $amount - with its currency
bus-did-order = Du bestiller { $amount } til «{ $card }» i nettbutikken.
# $card - the name of the card
# $fare - normal or reduced
# $days - 30 days, or a list of numbers
# $from - a date or an amount
bus-did-order-period = Du bestiller en periodebillett til «{ $card }» i nettbutikken: { $fare }, { $days } fra { $from }.
# $card - the name of the card
bus-did-inspect = Kontrolløren sjekker «{ $card }».
# $time - date and time
bus-did-set-clock = Dato og klokkeslett stilles til { $time }.
# $setting - the name of the setting
# $value - as it is written
bus-did-configure = Du setter «{ $setting }» til { $value }.
# $tariff - the name of the tariff
bus-did-set-tariff = Prislisten «{ $tariff }» gjelder fra nå av.
# $fare - normal or reduced
# $price - an amount
bus-did-set-single = Fra nå av koster en enkeltbillett ({ $fare }) { $price }.
# $class - the number of the load class
# $stops - a number of stops
# $fare - normal or reduced
# $price - an amount
bus-did-set-band = Fra nå av koster en reise på opptil { $stops } holdeplasser ({ $fare }) { $price } i påfyllingsklasse { $class }.
# $class - the number of the load class
# $fare - normal or reduced
# $price - an amount
bus-did-set-last-band = Fra nå av koster den lengste reisen ({ $fare }) { $price } i påfyllingsklasse { $class }.
# $bus - the number of the bus
# $screen - what the screen shows
bus-happened-old = Buss { $bus }, gammel kortleser: { $screen }
# $bus - the number of the bus
# $screen - what the screen shows
bus-happened-new = Buss { $bus }, ny kortleser: { $screen }

## The bus. What the requirements and decisions mean. At most 170 characters.

clause-k-01 = Kortleseren registrerer reiser, også gratis, og avstigning, og viser hva som er på kortet.
clause-k-02 = Displayet viser dato og klokkeslett; den nye typen viser også linje, retning og holdeplassens nummer.
clause-k-03 = En melding vises så lenge kortet holdes der.
clause-k-04 = Den gamle typen har tastene N, U og S; den nye har feltene Normal, Redusert, Sjekk kort og Lade kortet.
clause-k-05 = Etter N eller U er kortleseren i ca. 5 s klar til å trekke én billett fra e-lommeboka.
clause-k-06 = S viser etter tur hva som er på kortet: periodebilletter, så e-lommeboka; rød lampe og to pip.
clause-k-07 = En registrert reise gir en melding, rød lampe og ett pip.
clause-k-08 = Blir reisen ikke registrert, vises grunnen, med rød lampe og tre pip.
clause-k-09 = Tatt bort for raskt: «Sjekk operasjon» og tre pip; trykk S og hold kortet der for å se om det ble registrert; hvis ikke, gjør det om igjen.
clause-k-10 = Sjåføren eller et kontrollørkort kan sperre registreringen: «SPERRET» og rød lampe.
clause-k-11 = Kort som ikke hører til systemet, blir oversett.
clause-k-12 = Registrer reisen når du går på: hold kortet mot det merkede stedet.
clause-k-13 = Prisen for en enkeltbillett trekkes ved påstigning; registrer avstigningen, så får du igjen det reisen kostet mindre.
clause-k-14 = Det trekkes normal eller redusert takst; for den som reiser gratis, blir reisen bare registrert.
clause-k-15 = Først tasten eller feltet, så kortet.
clause-k-16 = Et personlig kort betaler taksten som er kodet på det; ingen tast er nødvendig.
clause-k-17 = Når retten til redusert takst er utløpt, trekkes normal takst uten varsel.
clause-k-18 = Det må være nok til en enkeltbillett i e-lommeboka.
clause-k-19 = Høyst 5 billetter fra samme holdeplass på samme buss: din egen og fire for andre.
clause-k-20 = Hver medreisende krever et nytt tastetrykk.
clause-k-21 = En periodebillett som gjelder i dag, brukes først; er alle utløpt, betaler e-lommeboka, uten varsel.
clause-k-22 = S to ganger, eller Lade kortet: sett kortet i sidelomma og få det som er kjøpt på nett; ett pip, eller tre hvis det gikk galt.
clause-dk-01 = Datoen skrives dag-måned-år; den gamle typen har to linjer med 16 tegn.
clause-dk-02 = En melding slutter når kortet tas bort; en uten kort står i 5 s, eller til neste tast eller kort.
clause-dk-03 = Begge typene kan det samme; Lade kortet er S to ganger.
clause-dk-04 = Kortet teller til og med 5 s etter tasten; samme tast starter på nytt, en annen velger om, og slutten er stille.
clause-dk-05 = Neste kort bruker opp tastetrykket, som alltid gjelder e-lommeboka; kortet må komme etter tasten.
clause-dk-06 = Sjekken viser en ny side hvert annet sekund mens kortet holdes: periodebilletter, e-lommebok, denne turen; ingenting skrives.
clause-dk-07 = Lampen er rød både når det går bra og når det går galt; tekst og pip viser forskjellen.
clause-dk-08 = Kortet oppdages etter 50 ms, endres etter 250 ms og bekreftes etter 400 ms; det er alltid helt før eller helt etter endringen.
clause-dk-09 = Ble en operasjon ikke bekreftet, får samme kort der på nytt bare bekreftelsen, og betaler ingenting.
clause-dk-10 = Hver kortleser har sin egen sperring: kontrollørkortet slår den av og på, sjåføren setter og opphever den; kort kan fortsatt sjekkes.
clause-dk-11 = Under sperring avvises en periodebillett som alt annet, men den reisende har ikke gjort noe galt.
clause-dk-12 = Et fremmed kort bruker ikke opp tastetrykket; to kort samtidig: DK-39.
clause-dk-13 = Kortet uten tast på en senere holdeplass på turen er avstigning; en åpen reise fra en annen tur avsluttes, og forskuddet blir prisen.
clause-dk-14 = Kortet uten tast avvises på holdeplassen der du gikk på; en innstilling kan tillate avstigning der.
clause-dk-15 = Én avstigning gjør opp alle billettene på turen, hver fra sin holdeplass; ingen takst kan være over enkeltbilletten.
clause-dk-16 = Gyldig rett til gratis reise krever ingen penger; når den er utløpt, betales normal takst.
clause-dk-17 = Et kort som ikke sier hvilken billett, krever et tastetrykk.
clause-dk-18 = U trekker redusert takst, uansett hva som er utløpt.
clause-dk-19 = Nøyaktig prisen på billetten er nok; e-lommeboka går aldri under null.
clause-dk-20 = Grensen teller billettene fra denne holdeplassen, og deg selv hvis du reiser på periodebillett eller gratis.
clause-dk-21 = En periodebillett gjelder både første og siste dag; av flere brukes den som utløper først.
clause-dk-22 = Den andre S-en teller så lenge tiden til den første løper.
clause-dk-23 = Sidelomma venter i 10 s, en overføring tar 3 s; imens gjør et kort på feil sted ingenting.
clause-dk-24 = Høyst én påfylling og én periodebillett overføres om gangen, og ingenting to ganger; tas kortet ut for tidlig, går ingenting tapt.
clause-dk-25 = Kort som er meldt tapt, sperret av utstederen eller utgått på dato, avvises.
clause-dk-26 = Det er ingen rabatt for å bytte buss.
clause-dk-27 = Kort uten tast gjelder deg; med tast er billetten din hvis du ikke har noen og taksten er din, ellers en medreisendes; en femte påstigning avvises.
clause-dk-28 = Der avstigningen er registrert, avvises kortet uten tast.
clause-dk-29 = En ubekreftet operasjon setter et merke på kortet; når bekreftelsen er vist, fjernes merket.
clause-dk-30 = En sperring slår av N, U og en ventende sidelomme, men ikke S; et kort som er i gang, blir ferdig.
clause-dk-31 = Lampen lyser til kortet er borte og det siste pipet er over.
clause-dk-32 = Påfyllinger og periodebilletter telles hver for seg; det som ikke får plass i e-lommeboka, venter; et uleselig kort blir oversett.
clause-dk-33 = Forskuddet på et ødelagt eller mistet kort blir billettpris.
clause-dk-34 = Dato, tid og sted kommer fra bussen; uten dem er kortleseren ute av drift og registrerer ingenting.
clause-dk-35 = To trykk på Sjekk kort starter bare tiden på nytt.
clause-dk-36 = En reise som begynte gyldig, slutter gyldig: avstigningen gjøres opp selv om kortet eller dagen er utløpt.
clause-dk-37 = Etter «Sprawdź operację» viser sjekken først om reisen ble registrert.
clause-dk-38 = Et kort som lå der da strømmen kom tilbake, er ikke vist fram; ta det bort først.
clause-dk-39 = To av systemets kort samtidig: ingen endres. Et fremmed kort ved siden av et av våre overses.

## Until the program of the page runs. At most 44 characters.

boot-loading = Laster
boot-reload = Last inn på nytt
boot-own-tab = Åpne i en egen fane

## The page does not start. `src/boot/boot.js` finds the cause. At most 300 characters.

boot-static = Siden har ikke startet. Den trenger JavaScript, WebAssembly og forbindelse: last den inn på nytt, eller åpne den i en egen fane.
boot-browsers = Chrome 108, Firefox 121 eller Safari 16.4, eller en nyere versjon
boot-old = Denne nettleseren er for gammel for siden. Bruk { $browsers }.
boot-wasm = Denne nettleseren kjører ikke WebAssembly, som siden trenger. Tillat det for dette nettstedet (Safari: slå av låst modus for nettstedet), eller bruk { $browsers }.
boot-policy = Nettstedet som viser siden, lar den ikke kjøre: innholdspolicyen (CSP) mangler wasm-unsafe-eval eller stopper skriptene. Åpne siden i en egen fane, eller spør den som driver nettstedet.
boot-frame = Rammen rundt siden stopper den (sandbox uten allow-same-origin). Åpne siden i en egen fane.
boot-file = Siden kan ikke hente programmet sitt når den åpnes fra en mappe. Legg mappen på en webserver, eller bruk utgaven i én fil.
boot-memory = Nettleseren har ikke mer minne til siden. Lukk andre faner eller programmer, og last inn siden på nytt.
boot-damaged = Programmet kom skadet fram, eller nettleseren er for gammel for det. Last inn siden på nytt; hjelper ikke det, bruk { $browsers }. ({ $detail })
boot-part = En del av siden kom ikke fram. Sjekk forbindelsen, og last inn siden på nytt. ({ $detail })
boot-stuck = Ingenting har kommet på ti sekunder. Sjekk forbindelsen. Siden fortsetter av seg selv når data kommer.
boot-other = Siden startet ikke. Last den inn på nytt; hjelper ikke det, bruk en annen nettleser. ({ $detail })
