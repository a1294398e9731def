### The texts of the page in Polish. `en.ftl` has the same messages in English.

## The language: its own name, and how it writes numbers and dates. At most 44 characters.

language-name = Polski
decimal-mark = ,
# $list - everything but the last, 14, 30, 60
# $last - the last of a list
list-end = { $list } lub { $last }

## Dates. The months are as they stand after a day. At most 44 characters.

# $weekday - its name
# $day - a number
# $month - its name
# $year - a number
date-full = { $weekday }, { $day } { $month } { $year }
# $year - four digits
# $month - two digits
# $day - two digits
date-short = { $day }.{ $month }.{ $year }
weekday-monday = poniedziałek
weekday-tuesday = wtorek
weekday-wednesday = środa
weekday-thursday = czwartek
weekday-friday = piątek
weekday-saturday = sobota
weekday-sunday = niedziela
month-january = stycznia
month-february = lutego
month-march = marca
month-april = kwietnia
month-may = maja
month-june = czerwca
month-july = lipca
month-august = sierpnia
month-september = września
month-october = października
month-november = listopada
month-december = grudnia

## Things beside their number. At most 44 characters.

journal-lines =
    { $count ->
        [one] { $count } wpis
        [few] { $count } wpisy
       *[many] { $count } wpisów
    }
wallet-cards =
    { $count ->
        [one] { $count } karta
        [few] { $count } karty
       *[many] { $count } kart
    }
journal-times =
    { $count ->
        [one] { $count } raz
        [few] { $count } razy
       *[many] { $count } razy
    }
validator-beeps =
    { $count ->
        [one] { $count } krótki sygnał
        [few] { $count } krótkie sygnały
       *[many] { $count } krótkich sygnałów
    }
firmware-agreed =
    { $count ->
        [one] { $count } zgodna klatka
        [few] { $count } zgodne klatki
       *[many] { $count } zgodnych klatek
    }
firmware-differ =
    { $count ->
        [one] { $count } różna
        [few] { $count } różne
       *[many] { $count } różnych
    }
ticket-days =
    { $count ->
        [one] { $count } dzień
        [few] { $count } dni
       *[many] { $count } dni
    }

## The page. At most 44 characters.

product-name = Kerb & Quay
language-choice = Język
views = Przejdź do
view-pedestal = Słupek
view-validator-keys = Stary kasownik
view-validator-touch = Nowy kasownik

## The titles of the panels. At most 44 characters.

panel-wallet = Portfel
panel-desk = Biuro obsługi
panel-boats = Łodzie i prąd
panel-clock = Zegar
panel-ledger = Obieg pieniędzy
panel-journal = Historia
panel-settings = Ustawienia
panel-session = Ta sesja

## The titles of the panels. At most 150 characters.

panel-feel = Dźwięk, dotyk i wyświetlanie
panel-shop = Sklep internetowy
panel-service = Punkt obsługi
panel-inspector = Kontrola biletów
panel-line = Linia i kierowca
panel-tariff = Taryfa

## Parts of the page. At most 44 characters.

dismiss = Zamknij

## Parts of the page. At most 240 characters.

training-replica = replika szkoleniowa
unofficial = Nieoficjalna replika szkoleniowa – niewykonana ani niezatwierdzona przez żadnego producenta ani operatora.
page-missing-parts = Nie udało się pobrać części strony: brakuje paneli, a sesja nie jest zapisywana.
page-fetch-parts = Spróbuj ponownie
page-no-locks = W tej przeglądarce używaj tylko jednej karty naraz.
page-crashed = Coś poszło nie tak i strona się zatrzymała. Zapisane dane są nienaruszone; odśwież stronę, aby kontynuować.

## Two tabs, and what the browser has stored. At most 240 characters.

storage-watching = Tej strony używa inna karta przeglądarki. Tutaj można tylko patrzeć.
storage-take-over = Przejmij tutaj
# $reason - a sentence without its full stop
storage-unreadable = Nie można odczytać sesji zapisanej w tej przeglądarce: { $reason }. Dane nadal tam są; pobierz je, zanim zaczniesz od nowa.
storage-download = Pobierz zapisaną sesję
storage-start-fresh = Zacznij od nowa
storage-not-kept = Przeglądarka nie zapisuje tego, co tu robisz: pamięć jest pełna albo wyłączona.
storage-kept = Karty, środki i historia są zapisywane tylko w tej przeglądarce. Zamknięcie strony odcina prąd: trwająca aktualizacja zatrzymuje się tam, gdzie jest.

## The texts of a language that did not arrive. At most 150 characters.

# $language - its own name
language-missing = Strona jest po angielsku: nie udało się pobrać tekstów w tym języku ({ $language }).

## A new version of the page. At most 110 characters.

update-new-version = Dostępna jest nowa wersja. Sesja zostanie zachowana.
update-use-it = Odśwież

## Sound, vibration and display. At most 150 characters.

preference-volume = Głośność
preference-mute = Wycisz
preference-vibration = Wibracje
preference-hold-assist = Dotknięcie zamiast przytrzymania
preference-hold-assist-hint = Jedno dotknięcie zaczyna, następne kończy.
preference-projector = Widok na projektor
preference-pressed = Co naciśnięto
preference-to-the-page = Wróć do strony

## Keys of the keyboard. At most 110 characters.

keyboard-keys = Skróty klawiszowe
keyboard-tab = Następny / poprzedni element
keyboard-press = Uaktywnij
keyboard-hold = Przytrzymany: trzyma przycisk urządzenia, dopóki nie puścisz
keyboard-open = Na tytule panelu: otwórz lub zamknij panel
keyboard-choose = Wybierz z listy
keyboard-close = Anuluj
keyboard-help = Pokaż te skróty
keyboard-by-key = Otwieraj klawiszem „?”

## The wallet and its cards. At most 150 characters.

wallet-take-a-card = Wybierz kartę
wallet-more = Więcej
# $seconds - with a decimal
wallet-held-for = Karta przyłożona { $seconds } s
# $seconds - with a decimal
wallet-hold-on = Przytrzymaj { $seconds } s, aby zwrócić środki na kartę

## The wallet and its cards. At most 44 characters.

card-rename = Zmień nazwę
card-destroy = Zniszcz (przedziuraw)
card-lose = Oznacz jako zgubioną
card-discard = Wyrzuć
card-save-chip = Eksportuj obraz czipu
card-inside = Szczegóły karty
card-counter = Liczba zmian
card-mark = Niedokończona aktualizacja
card-none = brak
card-operations = Ostatnie operacje
card-new-card = Nowa karta
card-name = Nazwa
card-kind = Rodzaj
card-get-card = Utwórz kartę
card-together = Razem z kartą
card-use-both = Użyj obu naraz
card-save-name = Zapisz nazwę
card-cancel = Anuluj
card-choice = Karta

## Questions before something that cannot be undone. At most 240 characters.

# $card - the name of the card
ask-destroy = Zniszczyć kartę „{ $card }”? Zostanie przedziurawiona, a wszystkie środki na niej przepadną (P-01).
# $card - the name of the card
ask-lose = Oznaczyć kartę „{ $card }” jako zgubioną? Zgubionej karty się nie wymienia, a środki na niej przepadną (P-02).
# $card - the name of the card
ask-discard = Wyrzucić kartę „{ $card }”? Zniknie razem ze środkami, które na niej są.
ask-begin = Zacząć od nowa? Wszystkie karty, środki i cała historia tej sesji zostaną usunięte. Zapisz wcześniej sesję, jeśli jest potrzebna.

## Questions before something that cannot be undone. At most 44 characters.

ask-start-over = Zacznij od nowa
ask-cancel = Anuluj

## How a card is. At most 60 characters.

status-valid = ważna
status-invalid = nieważna
status-blocked = zablokowana
status-foreign = obca
status-unreadable = nieczytelna
status-destroyed = zniszczona
status-lost = zgubiona
status-other-marina = inna marina
status-no-marina-card = nie karta mariny

## The clock. At most 44 characters.

clock-run = Uruchom
clock-pause = Wstrzymaj
clock-speed = Tempo
clock-exact-ms = Przewiń o (ms)
clock-let-pass = Przewiń
clock-civil = Data i godzina
clock-set-civil = Ustaw

## The ledger. At most 44 characters.

ledger-accounts = Konta
ledger-postings = Ostatnie zapisy

## The ledger. At most 240 characters.

ledger-balanced = Wszystkie pieniądze są rozliczone.
# $reason - a sentence without its full stop
ledger-unbalanced = Pieniądze się nie zgadzają: { $reason }.
ledger-no-postings = Jeszcze nic nie zaksięgowano.

## The history. At most 44 characters.

journal-save = Zapisz sesję
journal-open = Otwórz sesję (.feature)

## The history. At most 240 characters.

journal-empty = Jeszcze nic się nie wydarzyło.
journal-hint = Od najnowszych. Dotknij reguły, aby ją przeczytać.
# $passed - how many
# $failed - how many
journal-played = Sprawdzenia: { $passed } udanych, { $failed } nieudanych.

## Sessions as files. At most 240 characters.

file-scenario = Scenariusz
file-reading = Czytanie pliku …
# $line - a number
# $reason - a sentence without its full stop
file-line = wiersz { $line }: { $reason }
# $file - the name of the file
file-too-large = „{ $file }” ma więcej niż 2 MB; sesja nigdy nie jest tak duża. Nic się nie zmieniło.
# $file - the name of the file
file-not-text = „{ $file }” nie jest plikiem tekstowym; wybierz plik .feature. Nic się nie zmieniło.
file-no-parser = Nie udało się wczytać części strony, która czyta pliki; sprawdź połączenie i spróbuj ponownie.
# $file - the name of the file
# $reason - a sentence without its full stop
file-cannot-play = Nie można odtworzyć „{ $file }”: { $reason }. Nic się nie zmieniło.
file-no-scenario = nie ma w nim scenariusza
file-not-gherkin = to nie jest Gherkin
# $reason - a sentence without its full stop
file-cannot-save = Nie można zapisać sesji: { $reason }.

## The settings. At most 44 characters.

# $least - the smallest value
# $most - the largest value
settings-bounds = od { $least } do { $most }
# $clause - a clause of the manual, P-14
settings-from-manual = instrukcja, { $clause }
# $source - where it is from
settings-from-public = źródło publiczne: { $source }
settings-invented = przyjęte

## The settings. At most 240 characters.

settings-hint = Zmiany obowiązują od następnej operacji.

## The settings. At most 60 characters.

setting-device-language = Język wyświetlacza
unit-millis = ms
unit-seconds = s
unit-ore = øre
unit-ore-per-kwh = øre za kWh
unit-watt-hours = Wh
unit-watts = W
unit-kilowatt-hours = kWh
choice-no = nie
choice-yes = tak
choice-freeze = zamroź kartę
choice-forfeit = zabierz kwotę

## The session. At most 44 characters.

session-begin-opening = Zacznij od nowa z przykładowymi kartami
session-begin-bare = Zacznij od nowa bez kart
# $version - 0.1.0
session-version = Wersja { $version }

## What a person typed cannot be used. At most 240 characters.

# $example - an amount, 100.50
typed-amount-missing = Brakuje kwoty; wpisz na przykład { $example }.
typed-amount-negative = Kwota nie może być ujemna.
# $typed - what the person typed
# $example - an amount, 100.50
typed-amount-unclear = „{ $typed }” nie jest kwotą; wpisz na przykład { $example }.
# $typed - what the person typed
# $whole - an amount, 1234
# $decimal - an amount, 1.23
typed-amount-ambiguous = „{ $typed }” może znaczyć { $whole } albo { $decimal }; wpisz jedno z nich.
# $typed - what the person typed
typed-amount-too-fine = „{ $typed }” ma więcej niż dwa miejsca po przecinku; najmniejsza jednostka to jedno øre.
# $typed - what the person typed
typed-amount-too-large = „{ $typed }” to więcej, niż zmieści jakakolwiek karta.
# $typed - what the person typed
typed-civil-unclear = „{ $typed }” nie jest datą i godziną między rokiem 2000 a 2135; wpisz na przykład 2026-11-20 08:00:00.
# $typed - what the person typed
typed-ms-unclear = „{ $typed }” nie jest całkowitą liczbą milisekund do 4294967295.
# $typed - what the person typed
typed-number-unclear = „{ $typed }” nie jest liczbą całkowitą dopuszczalną dla tego ustawienia.

## Why something is refused, on both pages. English is compared with the acceptance language. At most 160 characters.

# $card - the name of the card
refused-no-such-card = W portfelu nie ma karty o nazwie „{ $card }”.
# $card - the name of the card
refused-name-taken = Karta o nazwie „{ $card }” już istnieje; wybierz inną nazwę.
refused-bad-name = Nazwa ma od 1 do 24 znaków, bez " < > | \; wybierz inną.
# $card - the name of the card
refused-one-card = „{ $card }” to jedna karta; wybierz do niej inną.
# $card - the name of the card
# $reason - a sentence without its full stop
refused-unreadable = Nie można odczytać karty „{ $card }”: { $reason }.
refused-both-slots = żaden z dwóch obszarów nie ma poprawnej sumy kontrolnej
refused-nonsense = suma kontrolna jest poprawna, ale zawiera wartość spoza formatu
refused-ambiguous = oba obszary mają ten sam numer, ale różną treść
refused-other-layout = zapisano ją w formacie, którego ten program nie zna
refused-no-such-setting = Nie ma takiego ustawienia.
# $setting - the name of the setting
# $value - as it is written
# $least - the smallest value
# $most - the largest value
refused-bad-setting = „{ $setting }” nie może wynosić { $value }: dozwolone od { $least } do { $most }.

## The firmware beside the replica. At most 240 characters.

firmware-run = Uruchom prawdziwy firmware
firmware-stop = Zatrzymaj firmware
firmware-explained = Plik wgrywany do Raspberry Pi Pico działa tu na emulowanej płytce, z tymi samymi zdarzeniami.
firmware-coming = Pobieranie firmware’u i płytki …
firmware-building = Firmware jest jeszcze budowany; uruchomi się sam, gdy będzie gotowy …
firmware-missing = Nie udało się pobrać firmware’u; sprawdź połączenie.
firmware-again = Spróbuj ponownie
# $reason - a sentence without its full stop
firmware-broken = Emulowana płytka zatrzymała się: { $reason }.
firmware-display = Co pokazuje firmware
firmware-marked = Różniące się piksele są różowe.
firmware-otherwise = Lampki lub przekaźniki się różnią.
firmware-keeps-up = nadąża
# $time - date and time
firmware-behind = nadrabia ({ $time })
# $time - date and time
firmware-waiting = nadrabia, zegar stoi ({ $time })
# $name - a name
# $version - 0.1.0
# $size - in kilobytes
firmware-file = { $name } { $version } · { $size } kB
firmware-download = Pobierz plik UF2

## The quay. Its page. At most 240 characters.

quay-tagline = Wypróbuj słupek z prądem w marinie
quay-invite = Przeciągnij kartę z portfela do uchwytu albo użyj przycisku na karcie.
quay-wallet-empty = Portfel jest pusty. Utwórz kartę poniżej.
quay-release-hint = Usuwa środki, które zgubiona lub zniszczona karta zostawiła na gnieździe tego słupka.
# $time - date and time
quay-session-title = Sesja na nabrzeżu, { $time }
site-bus = Kasownik biletowy

## The quay. The pedestal. At most 44 characters.

# $number - its number
pedestal-number = Słupek { $number }
pedestal-display = Wyświetlacz słupka
pedestal-back = Wstecz
pedestal-enter = Enter
# $socket - the number of the socket
pedestal-socket = Gniazdo { $socket }
pedestal-holder = Uchwyt na kartę
pedestal-plug-in = Podłącz
pedestal-unplug = Odłącz
pedestal-is-live = włączone
pedestal-switched-on = włączone
pedestal-is-off = wyłączone

## The quay. The pedestal. At most 240 characters.

pedestal-key-back = 1 Tilbake Back (Wstecz)
pedestal-key-enter = 2 Enter
# $socket - the number of the socket
pedestal-choose = Gniazdo { $socket }
# $socket - the number of the socket
pedestal-choose-lit = Gniazdo { $socket }, świeci na niebiesko
# $socket - the number of the socket
pedestal-push-plug = Podłącz łódź do gniazda { $socket }
# $socket - the number of the socket
pedestal-pull-plug = Odłącz łódź od gniazda { $socket }
pedestal-take = Wyjmij

## The quay. The pedestal. At most 110 characters.

# $sockets - numbers, separated by commas
pedestal-sockets-lit = Świecą na niebiesko: gniazda { $sockets }
pedestal-sockets-dark = Żadne gniazdo nie świeci

## The quay. The wallet. At most 44 characters.

quay-card-put-in = Włóż kartę
# $pedestal - the number of the pedestal
quay-card-in-holder = W uchwycie słupka { $pedestal }
quay-card-amount = Kwota (kr)

## The quay. The service desk. At most 44 characters.

desk-load = Doładuj kartę
desk-pay-out = Wypłać
desk-read = Odczytaj kartę
desk-reset = Zresetuj
desk-write-off = Spisz na straty
# $socket - the number of the socket
desk-release = Zwolnij gniazdo { $socket }
desk-open-now = Otwarte
desk-closed-now = Zamknięte
desk-hours = Od poniedziałku do piątku 8:00–15:30
desk-address = Biuro portu, ul. Nabrzeżna 1, parter

## The quay. Boats and power. At most 44 characters.

boats-walk = Jesteś przy
boats-mains = Zasilanie nabrzeża
boats-mains-on = Włączone
boats-mains-off = Wyłączone
# $socket - the number of the socket
boats-boat = Łódź przy gnieździe { $socket }
boats-credit-left = Środki
boats-delivered = Dostarczono
boats-draws = Pobór mocy
boats-lasts = Pozostały czas
boats-aboard = Na pokładzie
# $hours - whole hours
# $minutes - the minutes beside them
boats-hours-minutes = { $hours } godz. { $minutes } min

## The quay. Kinds of cards. At most 60 characters.

quay-kind-user = Karta użytkownika
quay-kind-other-marina = Karta innej mariny
quay-kind-foreign = Obca karta
quay-kind-blocked = Zablokowana karta
quay-kind-spoilt = Karta z przerwaną aktualizacją

## The quay. Lines of a card's own log. At most 60 characters.

quay-log-load = przelanie na gniazdo
quay-log-return = zwrot na kartę
quay-log-sale = sprzedaż
quay-log-reset = reset
quay-log-pay-out = wypłata

## The quay. What is switched on aboard. At most 60 characters.

appliance-light = Oświetlenie kabiny
appliance-fridge = Lodówka
appliance-dehumidifier = Osuszacz
appliance-charger = Ładowarka akumulatora
appliance-boiler = Podgrzewacz wody
appliance-heater = Termowentylator
appliance-kettle = Czajnik

## The quay. Accounts of the ledger. At most 60 characters.

quay-account-sold = Sprzedane w biurze
# $card - the name of the card
quay-account-on-card = Karta { $card }
# $card - the name of the card
quay-account-frozen = Zamrożone na karcie { $card }
# $socket - the number of the socket
quay-account-on-socket = Gniazdo { $socket }
# $socket - the number of the socket
quay-account-suspense = W zawieszeniu, gniazdo { $socket }
quay-account-consumed = Wydane jako energia
quay-account-rounding = Poniżej jednego øre
quay-account-lost = Utracone
quay-account-cash-out = Wypłacone

## The quay. Why value moved. At most 60 characters.

quay-cause-sale = sprzedaż
quay-cause-load = przelano na gniazdo
quay-cause-return = zwrócono na kartę
quay-cause-metering = zużycie energii
quay-cause-given-back = oddano po zaniku prądu
quay-cause-tear = karta wyjęta za wcześnie
quay-cause-resume = aktualizację jednak dokończono
quay-cause-suspense = wynik nieznany
quay-cause-settlement = wynik ustalony
quay-cause-reset = reset karty
quay-cause-forfeit = przepadło (reguła szkoleniowa)
quay-cause-card-gone = karta zniszczona lub zgubiona
quay-cause-write-off = spisano na straty
quay-cause-pay-out = wypłacono

## The quay. Screens of the pedestal, in the history. At most 60 characters.

pedestal-screen-welcome = ekran powitalny
pedestal-screen-service-select = wybór gniazda
pedestal-screen-busy = gniazdo zajęte
pedestal-screen-outlet-status = stan gniazda
pedestal-screen-updating = aktualizacja
pedestal-screen-remove-card = wyjmij kartę
pedestal-screen-interrupted = przerwano
pedestal-screen-wrong-card = zła karta
pedestal-screen-one-card-only = tylko jedna karta
pedestal-screen-invalid-card = karta nieważna
pedestal-screen-credit-check = sprawdzenie środków
pedestal-screen-dark = brak prądu

## The quay. Names of the settings. At most 60 characters.

quay-setting-inactivity = Powrót o jeden ekran po
quay-setting-step = Jedno naciśnięcie przenosi
quay-setting-hold = Czas przytrzymania do zwrotu
quay-setting-dead-zone = Martwa strefa przed przytrzymaniem
quay-setting-pause = Krótka przerwa przed aktualizacją
quay-setting-update = Aktualizacja trwa
quay-setting-final-write = Ostatni zapis przed końcem
quay-setting-recovery = Czas na ponowne włożenie karty
quay-setting-tear-policy = Po niedokończonej aktualizacji
quay-setting-remove-prompt = „Wyjmij kartę” widoczne przez (0: do wyjęcia)
quay-setting-price = Cena energii
quay-setting-one-socket = Tylko jedno gniazdo na kartę
quay-setting-memory = Zapis licznika do pamięci co
quay-setting-detect = Czytnik: wykrycie karty
quay-setting-write = Czytnik: zapis karty
quay-setting-confirm = Czytnik: potwierdzenie zapisu
quay-setting-desk-hours = Przestrzegaj godzin otwarcia biura

## The quay. Why something is refused. English is compared with the acceptance language. At most 160 characters.

# $card - the name of the card
quay-refused-card-in-holder = Karta „{ $card }” jest w uchwycie słupka; najpierw ją wyjmij.
quay-refused-holder-taken = W uchwycie jest już karta; najpierw ją wyjmij.
quay-refused-holder-empty = W uchwycie nie ma karty.
# $pedestal - the number of the pedestal
quay-refused-no-such-pedestal = Na tym nabrzeżu nie ma słupka { $pedestal }; podejdź do 1 lub 2.
# $card - the name of the card
quay-refused-destroyed = Karta „{ $card }” jest zniszczona; zniszczonych kart się nie wymienia (P-02).
# $card - the name of the card
quay-refused-lost = Karta „{ $card }” jest zgubiona; zgubionych kart się nie wymienia (P-02).
# $card - the name of the card
quay-refused-not-gone = Karta „{ $card }” nie jest ani zniszczona, ani zgubiona.
# $card - the name of the card
quay-refused-foreign = Karty „{ $card }” nie wydała ta marina.
# $card - the name of the card
quay-refused-blocked = Karta „{ $card }” jest zablokowana przez wydawcę.
# $card - the name of the card
quay-refused-must-be-reset = Karta „{ $card }” jest nieważna: nie dokończono aktualizacji; najpierw ją zresetuj (P-21).
# $card - the name of the card
quay-refused-nothing-to-reset = Karta „{ $card }” jest ważna: nie ma czego resetować.
# $pedestal - the number of the pedestal
quay-refused-unreachable = Nie można połączyć się ze słupkiem { $pedestal }; spróbuj, gdy wróci zasilanie.
# $amount - with its currency
quay-refused-bad-amount = Nie można wpłacić { $amount } na tę kartę: kwota musi być większa od zera i zmieścić się na karcie.
# $card - the name of the card
quay-refused-nothing-to-pay-out = Na karcie „{ $card }” nie ma nic do wypłaty.
# $socket - the number of the socket
quay-refused-nothing-to-release = Na gnieździe { $socket } nie ma środków ze zniszczonej ani zgubionej karty.
# $socket - the number of the socket
quay-refused-update-open = Aktualizacja gniazda { $socket } czeka na swoją kartę; najpierw spisz kartę na straty albo poczekaj, aż minie minuta.
# $card - the name of the card
quay-refused-nothing-to-write-off = Żaden słupek nie ma otwartego zapisu dla karty „{ $card }”.
quay-refused-desk-closed = Biuro obsługi jest zamknięte; czynne od poniedziałku do piątku, 8:00–15:30.
# $socket - the number of the socket
quay-refused-plug-as-it-is = Wtyczka przy gnieździe { $socket } już tak jest.
# $socket - the number of the socket
# $wanted - watts
# $allowed - watts
quay-refused-too-much-power = Gniazdo { $socket } musiałoby dać { $wanted } W, a bezpiecznik pozwala na { $allowed } W. Najpierw coś wyłącz.
quay-refused-no-power = Słupki nie mają zasilania.
quay-refused-power-is-on = Zasilanie jest już włączone.

## The quay. What the desk reads out. English is compared with the acceptance language. At most 160 characters.

# $card - the name of the card
# $number - its number
# $balance - with its currency
# $status - how the card is: valid, blocked, …
desk-read-card = { $card } (numer { $number }): { $balance }, { $status }.
# $pedestal - the number of the pedestal
# $amount - with its currency
desk-read-mark = Przerwano przy słupku { $pedestal }; reset przywróci { $amount }.
# $socket - the number of the socket
desk-read-settled = Aktualizacja gniazda { $socket } jest rozstrzygnięta.
# $socket - the number of the socket
# $amount - with its currency
desk-read-socket = Na gnieździe { $socket } jest z niej { $amount }.
# $socket - the number of the socket
desk-read-at-socket = (gniazdo { $socket })

## The quay. What was done, in the history. At most 160 characters.

# $card - the name of the card
quay-did-present = Wkładasz kartę „{ $card }” do uchwytu.
# $card - the name of the card
# $other - the name of the other card
quay-did-present-both = Wkładasz karty „{ $card }” i „{ $other }” razem do uchwytu.
quay-did-take = Wyjmujesz kartę.
# $key - what is on the key
quay-did-press = Wciskasz: { $key }.
# $key - what is on the key
quay-did-release = Puszczasz: { $key }.
# $pedestal - the number of the pedestal
quay-did-walk = Podchodzisz do słupka { $pedestal }.
quay-did-power-off = Zanika prąd.
quay-did-power-on = Wraca prąd.
# $socket - the number of the socket
quay-did-plug = Podłączasz łódź do gniazda { $socket }.
# $socket - the number of the socket
quay-did-unplug = Odłączasz łódź od gniazda { $socket }.
# $appliance - its name
# $socket - the number of the socket
# $state - on or off
quay-did-switch = Przełączasz: { $appliance }, gniazdo { $socket }: { $state }.
# $card - the name of the card
# $kind - the kind of card
# $amount - with its currency
quay-did-create = Dostajesz kartę „{ $card }” ({ $kind }) z kwotą { $amount }.
# $card - the name of the card
# $new - its new name
quay-did-rename = Zmieniasz nazwę karty „{ $card }” na „{ $new }”.
# $card - the name of the card
quay-did-discard = Wyrzucasz kartę „{ $card }”.
# $card - the name of the card
quay-did-destroy = Przedziurawiasz kartę „{ $card }”.
# $card - the name of the card
quay-did-lose = Gubisz kartę „{ $card }”.
# $card - the name of the card
# $amount - with its currency
quay-did-load = Biuro doładowuje kartę „{ $card }” kwotą { $amount }.
# $card - the name of the card
quay-did-pay-out = Biuro wypłaca środki z karty „{ $card }”.
# $card - the name of the card
quay-did-read = Biuro odczytuje kartę „{ $card }”.
# $card - the name of the card
quay-did-reset = Biuro resetuje kartę „{ $card }”.
# $card - the name of the card
quay-did-write-off = Biuro spisuje kartę „{ $card }” na straty.
# $socket - the number of the socket
quay-did-release-socket = Biuro zwalnia gniazdo { $socket }.
# $time - date and time
quay-did-set-clock = Data i godzina zostają ustawione na { $time }.
# $setting - the name of the setting
# $value - as it is written
quay-did-configure = Ustawiasz „{ $setting }”: { $value }.
# $pedestal - the number of the pedestal
# $screen - what the screen shows
quay-happened = Słupek { $pedestal }: { $screen }

## The quay. What the clauses of the manual mean. At most 170 characters.

clause-p-05 = Słupek ma uchwyt na kartę, przyciski Wstecz i Enter oraz przycisk przy każdym gnieździe.
clause-p-06 = W spoczynku wyświetlacz pokazuje ekran powitalny.
clause-p-07 = Ponad 5 s bez dotknięcia: jeden ekran wstecz.
clause-p-08 = Po wyjęciu karty wyświetlacz natychmiast wraca do ekranu powitalnego.
clause-p-09 = Karta użytkownika w uchwycie otwiera wybór gniazda.
clause-p-10 = Przycisk gniazda wybiera to gniazdo.
clause-p-11 = Jeśli gniazdo jest zajęte, wyświetlacz prosi o inne.
clause-p-12 = Wolne gniazdo otwiera ekran swojego stanu.
clause-p-13 = Stan pokazuje gniazdo, środki na nim i środki na karcie.
clause-p-14 = Każde naciśnięcie przenosi 10 kr z karty na gniazdo.
clause-p-15 = Przytrzymanie przycisku ok. 5 s zwraca wszystkie środki na kartę.
clause-p-16 = Po krótkiej przerwie bez naciśnięć zaczyna się aktualizacja.
clause-p-17 = Aktualizacja trwa ok. 5 s; karty nie wolno wyjmować.
clause-p-18 = Wyjęcie karty podczas aktualizacji grozi utratą środków i unieważnieniem karty.
clause-p-19 = W ciągu 1 minuty można włożyć kartę z powrotem i dokończyć aktualizację.
clause-p-20 = Jeśli karta nie wróci, staje się nieważna.
clause-p-21 = Biuro obsługi resetuje nieważną kartę do wartości z chwili przerwania.
clause-p-22 = Po zakończeniu aktualizacji wyświetlacz prosi o wyjęcie karty.
clause-p-23 = Gniazdo ze środkami włącza się samo, a jego przycisk świeci na niebiesko.
clause-p-24 = Energia jest liczona w kilowatogodzinach.
clause-p-25 = Gdy środki się skończą lub zostaną zabrane, gniazdo się wyłącza.
clause-p-26 = Bez karty przycisk gniazda w każdej chwili pokazuje jego środki.
clause-dp-01 = Sześć przycisków: Wstecz, Enter i po jednym dla czterech gniazd.
clause-dp-02 = Wstecz cofa o jeden ekran i odrzuca wybór; Enter potwierdza.
clause-dp-03 = Wyświetlacz używa ustawionego języka.
clause-dp-04 = „Poprzedni ekran” jest stały dla każdego ekranu.
clause-dp-05 = Dokładnie 5 s to jeszcze nie „ponad 5 s”; krótka przerwa to 3 s od puszczenia.
clause-dp-06 = Żaden przycisk ani limit czasu nie przerywa aktualizacji; „wyjmij kartę” czeka na kartę.
clause-dp-07 = Karta pozostawiona w uchwycie pozwala działać dalej z ekranu powitalnego.
clause-dp-08 = Na ekranie stanu przycisk innego gniazda niczego nie przenosi.
clause-dp-09 = Zajęte znaczy: są na nim środki z innej karty.
clause-dp-10 = Środki na słupku to środki wybranego gniazda, także w kWh.
clause-dp-11 = Naciśnięcie liczy się po puszczeniu; pełne przytrzymanie działa raz i nim nie jest.
clause-dp-12 = Naciśnięcia się sumują, nigdy ponad saldo karty; pieniądze przenosi aktualizacja.
clause-dp-13 = Przytrzymanie zastępuje naciśnięcia; kwota poniżej øre idzie w zaokrąglenie.
clause-dp-14 = Minutę masz tylko wtedy, gdy wyjmiesz kartę podczas aktualizacji.
clause-dp-15 = Karta, która wróciła, przechodzi całą aktualizację od nowa.
clause-dp-16 = Liczy się tylko ta sama karta przy tym samym słupku; dla innej minuta biegnie dalej.
clause-dp-17 = Zanim cokolwiek się zmieni, karta jest oznaczana swoją wartością.
clause-dp-18 = Zniszczona lub zgubiona karta jest wszędzie odrzucana; saldo przepada.
clause-dp-19 = Reset w biurze kończy minutę oczekiwania na kartę.
clause-dp-20 = Gniazdo działa i świeci, dopóki ma środki, które nie są zwracane.
clause-dp-21 = Każda watogodzina jest opłacana dokładnie; ostatnia może być częściowo.
clause-dp-22 = Podgląd środków trwa do 5 s bez dotknięcia; działa też w czasie minuty.
clause-dp-23 = Nieobsługiwana karta odsyła do biura obsługi.
clause-dp-24 = To nieoficjalna replika szkoleniowa.
clause-dp-25 = Po zaniku prądu pamięć obowiązuje dalej; gniazda ze środkami znów działają.
clause-dp-26 = Karta może mieć kilka gniazd, chyba że ustawiono jedno.
clause-dp-27 = Wyjęta w trakcie ostatniego zapisu: kwota jest w zawieszeniu, aż karta wróci.
clause-dp-28 = Gniazdo wybiera się w chwili naciśnięcia; to naciśnięcie nic nie przenosi.
clause-dp-29 = Dopóki aktualizacja jest otwarta, ona decyduje, co znaczy włożona karta.
clause-dp-30 = Znacznik i licznik na karcie mówią, czy powtórzyć, dokończyć, czy zacząć od nowa.
clause-dp-31 = Aktualizację o nieznanym wyniku rozstrzyga sama karta albo biuro.
clause-dp-32 = Zanik prądu liczy się jak wyjęcie; po pierwszym restarcie minuta biegnie jeszcze raz.
clause-dp-33 = Licznik zapisuje się co 10 Wh; zanik prądu może oddać najwyżej tyle.
clause-dp-34 = Trwająca operacja zachowuje ustawienia, z którymi się zaczęła.
clause-dp-35 = Biuro może zwolnić gniazdo, którego karta jest zniszczona lub zgubiona.
clause-dp-36 = Gdy karta jest w uchwycie, ekran powitalny to mówi, i że przyciski 1–4 prowadzą dalej.
clause-dp-37 = Wiersz o przycisku go nazywa; żaden nie zachęca do naciśnięcia, na które brak środków.
clause-dp-38 = Za krótkie przytrzymanie doładowuje; wyświetlacz to mówi i że Wstecz to cofa.
clause-dp-39 = Gniazdo pokazuje kWh dostarczone, odkąd było wolne; obieg pieniędzy też podaje kWh.

## The bus. Its page. At most 150 characters.

bus-tagline = Wypróbuj kasownik w autobusie
# $time - date and time
bus-session-title = Przejazd { $time }
site-quay = Słupek z prądem

## The bus. The validators. At most 150 characters.

validator-training = Replika szkoleniowa
validator-old-type = Stary typ
validator-new-type = Nowy typ
# $bus - the number of the bus
bus-number = Autobus { $bus }
validator-side-by-side = Obok siebie
validator-display = Wyświetlacz
validator-front = Czytnik kart
validator-pocket = Boczna kieszeń do doładowań internetowych
validator-lamp-on = Czerwona lampka świeci
validator-lamp-off = Czerwona lampka zgaszona
validator-quiet = Bez sygnału
validator-key-n = N: bilet normalny
validator-key-u = U: bilet ulgowy
validator-key-s = S: sprawdzenie karty; dwa razy: doładowanie
validator-take-away = Zabierz
bus-pocket-hint-keys = Wyjmij kartę, naciśnij dwa razy S i włóż ją ponownie.
bus-pocket-hint-touch = Wyjmij kartę, dotknij „{ $field }” i włóż ją ponownie.
bus-no-run = Poza kursem
# $number - its number
# $name - a name
bus-stop = Przystanek { $number }: { $name }

## The bus. The wallet. At most 150 characters.

bus-card-hold = Przyłóż do kasownika
bus-card-hold-hint = Naciśnij i trzymaj: karta jest przyłożona, dopóki trzymasz
# $length - 1 s
bus-card-tap-for = Przyłóż na { $length }
bus-card-leave = Zostaw na czytniku
bus-card-into-pocket = Włóż do bocznej kieszeni
bus-card-invite = Przyłóż kartę do kasownika albo ją tam przeciągnij.
bus-card-empty = W portfelu nie ma żadnej karty.
bus-card-held-for = Czas przyłożenia
bus-card-personalised = Karta imienna
bus-card-at-validator = przy kasowniku
bus-card-no-purse = bez salda
bus-card-without-purse = Zostaw puste, jeśli karta ma być bez pieniędzy
bus-card-amount = Kwota (zł)
bus-card-orders = Zamówienia: { $count }

## The bus. Line and driver. At most 150 characters.

driver-next-stop = Następny przystanek
driver-end-run = Zakończ kurs
driver-depart = Rozpocznij następny kurs
driver-block = Zablokuj kasowniki
driver-unblock = Odblokuj kasowniki
driver-power = Zasilanie
driver-power-on = włączone
driver-power-off = wyłączone
# $line - a number
# $stop - a stop
driver-direction = Linia { $line } do { $stop }

## The bus. The web shop. At most 150 characters.

shop-hint = Zamówienia czekają tu, aż odbierzesz je w bocznej kieszeni albo w punkcie obsługi.
shop-top-up = Zamów doładowanie
shop-order-period = Zamów bilet okresowy
shop-waiting = Oczekuje
shop-nothing-waits = Żadne zamówienie nie czeka.
# $amount - with its currency
shop-purse-order = doładowanie { $amount }
# $from - a date or an amount
# $to - a date
shop-period-order = bilet okresowy { $from } – { $to }
shop-card = Karta
shop-fare = Taryfa
shop-from-day = Od dnia
shop-until-day = Do dnia
shop-days = Dni

## The bus. The service point. At most 150 characters.

service-read = Odczytaj kartę
service-fetch = Wgraj zamówienia
service-load = Doładuj
service-sell-card = Sprzedaj kartę
service-first-load = Pierwsze doładowanie (zł)
service-sell-period = Sprzedaj bilet okresowy
service-entitle = Zapisz uprawnienie
service-entitlement = Uprawnienie
service-set-fare = Taryfa domyślna
service-no-fare = brak
service-set-days = Ustaw pierwszy i ostatni dzień karty
service-report-lost = Zgłoś zgubienie
service-report-found = Zgłoś odnalezienie

## The bus. The inspector. At most 150 characters.

inspector-inspect = Sprawdź kartę
inspector-hint = Sprawdź kartę tak jak kontroler.
inspector-valid = ważny
inspector-not-valid = nieważny

## The bus. The tariff. At most 150 characters.

tariff-prices = Ile kosztuje przejazd (zł)
tariff-single = Bilet jednorazowy, pobierany z góry
# $amount - with its currency
tariff-load-class = Ostatnie doładowanie od { $amount }
# $stops - a number of stops
tariff-up-to-stops = do { $stops } przystanków
tariff-further = dłuższe przejazdy
tariff-kielce = Kielce, cennik z uchwały XXXVII/679/2012 (historyczna taryfa ćwiczebna)
tariff-rybnik = Rybnik 2017, strefa 0 (historyczna; opłata ulgowa do 2 przystanków jest wymyślona)
tariff-jastrzebie = Jastrzębie-Zdrój 2016 (historyczna; zaliczka równa opłacie za najdłuższy przejazd: wymyślone)

## The bus. What a person typed cannot be used. At most 170 characters.

# $typed - what the person typed
bus-typed-too-fine = „{ $typed }” ma więcej niż dwa miejsca po przecinku; najmniejsza moneta to 1 grosz.
bus-typed-no-date = Brakuje daty; wpisz na przykład 2026-11-20.
# $typed - what the person typed
bus-typed-bad-date = „{ $typed }” nie jest datą między rokiem 2000 a 2179; wpisz na przykład 2026-11-20.
bus-typed-no-days = Brakuje liczby dni; wpisz na przykład 30.
# $typed - what the person typed
bus-typed-bad-days = „{ $typed }” nie jest liczbą dni; wpisz na przykład 30.

## The bus. Kinds of cards. At most 60 characters.

bus-kind-normal = Karta imienna normalna
bus-kind-reduced = Karta imienna ulgowa
bus-kind-free = Karta imienna, przejazdy bezpłatne
bus-kind-bearer = Karta na okaziciela
bus-kind-controller = Karta Kontrolera
bus-kind-other-city = Karta innego miasta
bus-kind-foreign = Karta spoza systemu
bus-kind-blocked = Zablokowana karta
bus-kind-unreadable = Nieczytelna karta

## The bus. How a card is. At most 60 characters.

status-reported-lost = zastrzeżona
status-expired = po terminie ważności
status-not-yet-valid = jeszcze nieważna
status-other-city = inne miasto
status-no-bus-card = nie karta autobusowa

## The bus. Entitlements and tickets. At most 60 characters.

entitlement-reduced = przejazdy ulgowe
entitlement-free = przejazdy bezpłatne
fare-normal = normalny
fare-reduced = ulgowy

## The bus. Fields of the touch display. At most 60 characters.

field-normal = Normalny
field-reduced = Ulgowy
field-check = Sprawdzenie
field-top-up = Doładowanie

## The bus. Lines of a card's own log. At most 60 characters.

bus-log-at-service-point = punkt obsługi
bus-log-normal-ticket = bilet normalny
bus-log-reduced-ticket = bilet ulgowy
bus-log-period-ride = przejazd z biletem okresowym
bus-log-free-ride = przejazd bezpłatny
bus-log-exit = wyjście
bus-log-order = zamówienie
bus-log-other = inne

## The bus. Accounts of the ledger. At most 60 characters.

bus-account-sold = Sprzedane w punkcie obsługi i w internecie
# $card - the name of the card
bus-account-on-card = Karta { $card }
# $order - the number of the order
bus-account-on-order = Opłacone zamówienie { $order }
# $card - the name of the card
# $run - the number of the run
bus-account-advance = Zaliczka, karta { $card }, kurs { $run }
bus-account-fares = Opłaty za przejazdy
bus-account-lost = Utracone

## The bus. Why value moved. At most 60 characters.

bus-cause-sale = sprzedaż
bus-cause-order = zamówienie internetowe
bus-cause-top-up = zamówienie przeniesione na kartę
bus-cause-entry = pobrano za bilet jednorazowy
bus-cause-refund = zwrot przy wyjściu
bus-cause-exit = przejazd rozliczony przy wyjściu
bus-cause-no-exit = nie zarejestrowano wyjścia
bus-cause-card-gone = karta zniszczona, zgubiona lub wyrzucona

## The bus. Screens of a validator, in the history. At most 60 characters.

validator-screen-rest = gotowy
validator-screen-out-of-service = nieczynny
validator-screen-blocked = zablokowany
validator-screen-take-away = „Odsuń kartę”: była tam, gdy wróciło zasilanie
validator-screen-armed-normal = bilet normalny, czeka na kartę
validator-screen-armed-reduced = bilet ulgowy, czeka na kartę
validator-screen-armed-check = sprawdzenie, czeka na kartę
validator-screen-writing = zapisuje kartę
validator-screen-taken = pobrano opłatę
validator-screen-exit = zarejestrowano wyjście
validator-screen-period = zarejestrowano bilet okresowy
validator-screen-free = zarejestrowano przejazd bezpłatny
validator-screen-blocking = blokada włączona lub zniesiona kartą
validator-screen-orders = zamówienia przeniesione na kartę
validator-screen-refused = odmowa, powód na wyświetlaczu
validator-screen-check-operation = „Sprawdź operację”: kartę odsunięto za wcześnie
validator-screen-page = stan karty
validator-screen-top-up-wait = boczna kieszeń czeka na kartę
validator-screen-top-up-run = pobiera zamówienia internetowe
validator-screen-dark = brak zasilania

## The bus. Names of the settings. At most 60 characters.

bus-setting-arm = Klawisz czeka na kartę przez
bus-setting-page = Każda strona stanu karty widoczna przez
bus-setting-message-min = Komunikat widoczny co najmniej przez
bus-setting-detect = Wykrycie karty po
bus-setting-commit = Zmiana na karcie po
bus-setting-confirm = Potwierdzenie zmiany po
bus-setting-tear-notice = Komunikat bez karty widoczny przez
bus-setting-beep-on = Sygnał trwa
bus-setting-beep-off = Przerwa między sygnałami
bus-setting-status-while-blocked = Sprawdzanie karty podczas blokady
bus-setting-same-stop-exit = Wyjście możliwe na przystanku wejścia
bus-setting-limit = Najwięcej biletów z jednego przystanku
bus-setting-pocket-wait = Boczna kieszeń czeka przez
bus-setting-pocket-run = Przeniesienie w bocznej kieszeni trwa
bus-setting-hotlist = Karty zastrzeżone, zablokowane i po terminie są odrzucane
bus-setting-boot = Uruchomienie komputera w autobusie trwa

## The bus. Why something is refused. English is compared with the acceptance language. At most 170 characters.

# $card - the name of the card
bus-refused-card-at-validator = Karta „{ $card }” jest przy kasowniku; najpierw ją stamtąd zabierz.
bus-refused-pocket-taken = W bocznej kieszeni jest już karta; najpierw ją wyjmij.
bus-refused-front-taken = Przy kasowniku jest już karta; najpierw ją odsuń.
bus-refused-pocket-empty = W bocznej kieszeni nie ma karty.
bus-refused-front-empty = Przy kasowniku nie ma karty.
# $bus - the number of the bus
bus-refused-no-such-bus = Nie ma autobusu { $bus }; wsiądź do autobusu 1 lub 2.
bus-refused-no-keys = Nowy kasownik nie ma klawiszy; dotknij jego wyświetlacza.
bus-refused-no-touch = Stary kasownik nie ma ekranu dotykowego; użyj jego klawiszy.
bus-refused-last-stop = To ostatni przystanek; rozpocznij następny kurs.
bus-refused-no-run = Autobus nie wykonuje żadnego kursu; rozpocznij następny.
bus-refused-no-more-runs = Temu autobusowi zabrakło numerów kursów.
# $card - the name of the card
bus-refused-destroyed = Karta „{ $card }” jest zniszczona.
# $card - the name of the card
bus-refused-lost = Karta „{ $card }” jest zgubiona.
# $card - the name of the card
bus-refused-foreign = Karta „{ $card }” nie jest kartą pasażera z tego miasta.
# $card - the name of the card
# $status - how the card is: valid, blocked, …
bus-refused-not-usable = Karta „{ $card }” jest { $status }.
# $card - the name of the card
bus-refused-no-purse = Karta „{ $card }” nie ma portmonetki.
# $card - the name of the card
bus-refused-not-personalised = Karta „{ $card }” jest na okaziciela; konto mają tylko karty imienne.
bus-refused-never-a-purse = Taka karta nie ma portmonetki.
bus-refused-not-sold = Punkt obsługi nie sprzedaje takich kart.
# $least - the smallest value
bus-refused-first-load = Pierwsze doładowanie takiej karty to co najmniej { $least }.
# $least - the smallest value
bus-refused-top-up-too-small = Doładowanie to co najmniej { $least }.
# $most - the largest value
bus-refused-too-much = Portmonetka mieści najwyżej { $most }.
# $card - the name of the card
bus-refused-no-room = Na karcie „{ $card }” nie ma miejsca na kolejny bilet okresowy, dopóki któryś nie wygaśnie.
# $days - 30 days, or a list of numbers
bus-refused-no-such-period = Bilety okresowe są na { $days } dni i zaczynają się dziś lub później.
bus-refused-days-reversed = Ostatni dzień nie może przypadać przed pierwszym.
bus-refused-order-waits = Takie zamówienie już czeka na tę kartę; najpierw je odbierz.
# $card - the name of the card
# $days - 30 days, or a list of numbers
bus-refused-no-orders = Na kartę „{ $card }” nic nie czeka (w autobusach: { $days } dni).
# $card - the name of the card
bus-refused-reported-already = Utratę karty „{ $card }” już zgłoszono.
# $card - the name of the card
bus-refused-not-reported = Nikt nie zgłosił utraty karty „{ $card }”.
bus-refused-hotlist-full = Lista zastrzeżonych kart jest pełna; najpierw zgłoś odnalezienie jednej z nich.
bus-refused-no-power = Autobusy są wyłączone.
bus-refused-power-is-on = Autobusy są już włączone.
bus-refused-starting = Komputer w autobusie jeszcze się uruchamia.
bus-refused-no-such-tariff = Nie ma takiego cennika.
bus-refused-no-such-row = Nie ma takiego wiersza w cenniku.
# $fare - normal or reduced
# $price - an amount
# $most - the largest value
bus-refused-bad-single = Bilet jednorazowy ({ $fare }) nie może kosztować { $price } zł: dozwolone od 0,01 do { $most } zł.
bus-refused-no-class = Cennik musi mieć co najmniej jedną klasę doładowania.
# $from - a date or an amount
bus-refused-class-order = Klasa doładowania od { $from } zł musi zaczynać się powyżej poprzedniej.
# $from - a date or an amount
# $stops - a number of stops
bus-refused-band-order = W klasie doładowania od { $from } zł próg do { $stops } przystanków musi sięgać dalej niż poprzedni.
# $from - a date or an amount
bus-refused-no-last-band = Klasa doładowania od { $from } zł nie ma opłaty za najdłuższe przejazdy.
# $fare - normal or reduced
# $price - an amount
# $from - a date or an amount
# $single - an amount
bus-refused-longest-above-single = Bilet { $fare } za { $price } zł na najdłuższe przejazdy, doładowanie od { $from } zł, jest droższy niż jednorazowy za { $single } zł.
# $fare - normal or reduced
# $price - an amount
# $stops - a number of stops
# $from - a date or an amount
# $single - an amount
bus-refused-above-single = Bilet { $fare } za { $price } zł do { $stops } przystanków, doładowanie od { $from } zł, jest droższy niż jednorazowy za { $single } zł.

## The bus. What the service point reads. English is compared with the acceptance language. At most 170 characters.

# $card - the name of the card
# $number - its number
# $status - how the card is: valid, blocked, …
# $from - a date or an amount
# $to - a date
service-read-personalised = { $card } (numer { $number }): karta imienna, { $status }, od { $from } do { $to }.
# $card - the name of the card
# $number - its number
# $status - how the card is: valid, blocked, …
# $from - a date or an amount
# $to - a date
service-read-bearer = { $card } (numer { $number }): karta na okaziciela, { $status }, od { $from } do { $to }.
service-read-normal = Bez wyboru biletu pobierana jest opłata normalna.
service-read-reduced = Bez wyboru biletu pobierana jest opłata ulgowa.
service-read-no-fare = Nie ustawiono taryfy.
# $until - a date
service-read-entitled-reduced = Uprawnienie do przejazdów ulgowych do { $until }.
# $until - a date
service-read-entitled-free = Uprawnienie do bezpłatnych przejazdów do { $until }.
# $amount - with its currency
# $class - the number of the load class
service-read-purse = Portmonetka { $amount }, klasa doładowania { $class }.
service-read-no-purse = Brak portmonetki.
# $fare - normal or reduced
# $from - a date or an amount
# $to - a date
service-read-period = Bilet okresowy { $fare } od { $from } do { $to }.
# $run - the number of the run
# $normal - a count of tickets
# $reduced - a count of tickets
# $amount - with its currency
service-read-ride = Nierozliczony przejazd w kursie { $run }: normalne { $normal }, ulgowe { $reduced }, pobrano { $amount }.
# $order - the number of the order
# $amount - with its currency
service-read-order = Zamówienie { $order } czeka: { $amount }.
# $order - the number of the order
# $until - a date
service-read-order-period = Zamówienie { $order } czeka: bilet okresowy do { $until }.
# $line - a number
# $stop - a stop
service-read-at-stop = (linia { $line }, przystanek { $stop })

## The bus. What the inspector finds. English is compared with the acceptance language. At most 170 characters.

# $card - the name of the card
# $number - its number
# $reason - a sentence without its full stop
inspection-valid = { $card } (numer { $number }): przejazd ważny, { $reason }.
# $card - the name of the card
# $number - its number
# $reason - a sentence without its full stop
inspection-not-valid = { $card } (numer { $number }): PRZEJAZD NIEWAŻNY, { $reason }.
# $normal - a count of tickets
# $reduced - a count of tickets
inspection-tickets = Bilety na ten przejazd: normalne { $normal }, ulgowe { $reduced }.
inspection-by-purse = zarejestrowano tu bilet z portmonetki
inspection-by-period = zarejestrowano tu bilet okresowy
inspection-by-free = zarejestrowano tu przejazd bezpłatny
# $until - a date
inspection-period-while-blocked = jest bilet okresowy do { $until }, a podczas blokady kasowników to wystarcza (DK-11)
# $until - a date
inspection-period-not-registered = jest bilet okresowy do { $until }, ale nie zarejestrowano tego przejazdu (K-12)
inspection-companions-only = zarejestrowano tu tylko bilety współpasażerów
inspection-got-off = zarejestrowano już wyjście z tego przejazdu
inspection-nothing = nic tu nie zarejestrowano
# $status - how the card is: valid, blocked, …
inspection-card-not-usable = karta jest { $status }
inspection-bus-on-no-run = autobus nie wykonuje żadnego kursu

## The bus. What was done, in the history. At most 170 characters.

# $card - the name of the card
bus-did-hold = Przykładasz kartę „{ $card }” do kasownika.
# $card - the name of the card
# $other - the name of the other card
bus-did-hold-both = Przykładasz karty „{ $card }” i „{ $other }” razem do kasownika.
# $card - the name of the card
bus-did-pocket = Wkładasz kartę „{ $card }” do bocznej kieszeni.
bus-did-take = Odsuwasz kartę od kasownika.
bus-did-take-out = Wyjmujesz kartę z bocznej kieszeni.
# $key - what is on the key
bus-did-press = Wciskasz klawisz { $key }.
# $key - what is on the key
bus-did-release = Puszczasz klawisz { $key }.
# $field - the field of the display
bus-did-touch = Dotykasz na wyświetlaczu pola „{ $field }”.
bus-did-touch-nothing = Dotykasz wyświetlacza poza polami.
bus-did-lift = Odrywasz palec od wyświetlacza.
# $bus - the number of the bus
bus-did-walk-old = Podchodzisz do starego kasownika w autobusie { $bus }.
# $bus - the number of the bus
bus-did-walk-new = Podchodzisz do nowego kasownika w autobusie { $bus }.
bus-did-next-stop = Kierowca jedzie do następnego przystanku.
bus-did-end-run = Kierowca kończy kurs.
bus-did-depart = Kierowca rozpoczyna następny kurs.
bus-did-block = Kierowca blokuje kasowniki.
bus-did-unblock = Kierowca odblokowuje kasowniki.
bus-did-power-off = Oba autobusy zostają wyłączone.
bus-did-power-on = Oba autobusy zostają włączone.
# $card - the name of the card
# $kind - the kind of card
# $amount - with its currency
bus-did-create = Dostajesz kartę „{ $card }” ({ $kind }) z kwotą { $amount }.
# $card - the name of the card
# $kind - the kind of card
bus-did-create-without = Dostajesz kartę „{ $card }” ({ $kind }) bez salda.
# $card - the name of the card
# $new - its new name
bus-did-rename = Zmieniasz nazwę karty „{ $card }” na „{ $new }”.
# $card - the name of the card
bus-did-discard = Wyrzucasz kartę „{ $card }”.
# $card - the name of the card
bus-did-destroy = Przedziurawiasz kartę „{ $card }”.
# $card - the name of the card
bus-did-lose = Gubisz kartę „{ $card }”.
# $card - the name of the card
# $kind - the kind of card
# $amount - with its currency
bus-did-sell = Punkt obsługi sprzedaje kartę „{ $card }” ({ $kind }) z pierwszym doładowaniem { $amount }.
# $card - the name of the card
# $amount - with its currency
bus-did-load = Punkt obsługi doładowuje kartę „{ $card }” kwotą { $amount }.
# $card - the name of the card
# $fare - normal or reduced
# $from - a date or an amount
# $to - a date
bus-did-sell-period = Punkt obsługi zapisuje na karcie „{ $card }” bilet okresowy: { $fare }, od { $from } do { $to }.
# $card - the name of the card
# $until - a date
bus-did-entitle-reduced = Punkt obsługi zapisuje na karcie „{ $card }” uprawnienie do przejazdów ulgowych do { $until }.
# $card - the name of the card
# $until - a date
bus-did-entitle-free = Punkt obsługi zapisuje na karcie „{ $card }” uprawnienie do bezpłatnych przejazdów do { $until }.
# $card - the name of the card
bus-did-set-normal = Punkt obsługi ustawia na karcie „{ $card }” taryfę normalną.
# $card - the name of the card
bus-did-set-reduced = Punkt obsługi ustawia na karcie „{ $card }” taryfę ulgową.
# $card - the name of the card
bus-did-set-no-fare = Punkt obsługi usuwa z karty „{ $card }” ustawioną taryfę.
# $card - the name of the card
# $from - a date or an amount
# $to - a date
bus-did-set-days = Punkt obsługi ustawia ważność karty „{ $card }” od { $from } do { $to }.
# $card - the name of the card
bus-did-read = Punkt obsługi odczytuje kartę „{ $card }”.
# $card - the name of the card
bus-did-fetch = Punkt obsługi przenosi na kartę „{ $card }” zamówienia internetowe.
# $card - the name of the card
bus-did-report-lost = Zgłaszasz w punkcie obsługi utratę karty „{ $card }”.
# $card - the name of the card
bus-did-report-found = Zgłaszasz w punkcie obsługi odnalezienie karty „{ $card }”.
# $card - the name of the card
# $amount - with its currency
bus-did-order = Zamawiasz w sklepie internetowym { $amount } na kartę „{ $card }”.
# $card - the name of the card
# $fare - normal or reduced
# $days - 30 days, or a list of numbers
# $from - a date or an amount
bus-did-order-period = Zamawiasz w sklepie internetowym bilet okresowy na kartę „{ $card }”: { $fare }, { $days } od { $from }.
# $card - the name of the card
bus-did-inspect = Kontroler sprawdza kartę „{ $card }”.
# $time - date and time
bus-did-set-clock = Data i godzina zostają ustawione na { $time }.
# $setting - the name of the setting
# $value - as it is written
bus-did-configure = Ustawiasz „{ $setting }”: { $value }.
# $tariff - the name of the tariff
bus-did-set-tariff = Od teraz obowiązuje cennik „{ $tariff }”.
# $fare - normal or reduced
# $price - an amount
bus-did-set-single = Od teraz bilet jednorazowy ({ $fare }) kosztuje { $price }.
# $class - the number of the load class
# $stops - a number of stops
# $fare - normal or reduced
# $price - an amount
bus-did-set-band = Od teraz w klasie doładowania { $class } przejazd do { $stops } przystanków ({ $fare }) kosztuje { $price }.
# $class - the number of the load class
# $fare - normal or reduced
# $price - an amount
bus-did-set-last-band = Od teraz w klasie doładowania { $class } najdłuższy przejazd ({ $fare }) kosztuje { $price }.
# $bus - the number of the bus
# $screen - what the screen shows
bus-happened-old = Autobus { $bus }, stary kasownik: { $screen }
# $bus - the number of the bus
# $screen - what the screen shows
bus-happened-new = Autobus { $bus }, nowy kasownik: { $screen }

## The bus. What the requirements and decisions mean. At most 170 characters.

clause-k-01 = Kasownik rejestruje przejazdy, także bezpłatne, i wyjścia z pojazdu oraz pokazuje stan e-karty.
clause-k-02 = Wyświetlacz pokazuje datę i czas, a w nowym typie także linię, kierunek i numer przystanku.
clause-k-03 = Komunikat jest widoczny tak długo, jak długo karta jest przyłożona.
clause-k-04 = Stary typ ma klawisze N, U i S, a nowy pola: Normalny, Ulgowy, Sprawdzenie i Doładowanie.
clause-k-05 = Po wciśnięciu N lub U kasownik jest przez ok. 5 s gotowy pobrać z portmonetki jedną opłatę.
clause-k-06 = S pokazuje kolejno stan karty: bilety okresowe, potem portmonetkę; czerwona lampka i dwa sygnały.
clause-k-07 = Zarejestrowany przejazd potwierdzają komunikat, czerwona dioda i jeden sygnał.
clause-k-08 = Gdy przejazdu nie zarejestrowano, widać powód, świeci czerwona dioda i słychać trzy sygnały.
clause-k-09 = Po zbyt szybkim odsunięciu karty: „Sprawdź operację” i trzy sygnały; wciśnij S i przyłóż kartę, by sprawdzić, czy ją przyjęto; jeśli nie, powtórz.
clause-k-10 = Kierowca lub Karta Kontrolera może zablokować rejestrację: „ZABLOKOWANY” i czerwona dioda.
clause-k-11 = E-karty spoza systemu są ignorowane.
clause-k-12 = Przejazd rejestruje się przy wejściu, przykładając kartę do oznaczonego miejsca.
clause-k-13 = Przy wejściu pobierana jest cena biletu jednorazowego; po zarejestrowaniu wyjścia wraca różnica do opłaty należnej.
clause-k-14 = Kasownik pobiera opłatę normalną lub ulgową, a przejazd osób uprawnionych do bezpłatnych przejazdów tylko rejestruje.
clause-k-15 = Najpierw klawisz lub pole, potem karta.
clause-k-16 = Z karty imiennej kasownik pobiera opłatę zgodną z zapisem na karcie, bez naciskania klawiszy.
clause-k-17 = Gdy uprawnienie do ulgi wygasło, kasownik bez ostrzeżenia pobiera opłatę normalną.
clause-k-18 = Na karcie musi być kwota nie mniejsza niż cena biletu jednorazowego.
clause-k-19 = Z tego samego przystanku w tym samym autobusie najwyżej 5 skasowań: za siebie i za 4 współpasażerów.
clause-k-20 = Za każdego kolejnego pasażera trzeba osobno wcisnąć klawisz.
clause-k-21 = Najpierw liczy się bilet okresowy ważny w danym dniu; gdy wszystkie wygasły, bez ostrzeżenia płaci portmonetka.
clause-k-22 = Dwa razy S lub Doładowanie: włóż kartę do bocznej kieszeni, by pobrać zakupy z internetu; jeden sygnał, a przy niepowodzeniu trzy.
clause-dk-01 = Data ma postać dzień-miesiąc-rok; stary typ ma dwa wiersze po 16 znaków.
clause-dk-02 = Komunikat znika po odsunięciu karty; bez karty trwa 5 s albo do następnego klawisza lub karty.
clause-dk-03 = Oba typy mają te same funkcje; Doładowanie to dwa razy S.
clause-dk-04 = Karta liczy się do 5 s po klawiszu włącznie; ten sam klawisz liczy od nowa, inny zmienia wybór, a koniec jest bez sygnału.
clause-dk-05 = Następna karta zużywa wybór klawiszem, który zawsze oznacza portmonetkę; kartę przykłada się po klawiszu.
clause-dk-06 = Sprawdzenie pokazuje strony po 2 s, dopóki karta jest przyłożona: bilety okresowe, portmonetka, ten przejazd; nic nie jest zapisywane.
clause-dk-07 = Dioda jest czerwona przy powodzeniu i przy niepowodzeniu; różnią się tekst i sygnały.
clause-dk-08 = Karta jest wykryta po 50 ms, zmieniona po 250 ms i potwierdzona po 400 ms; jej stan jest zawsze w całości sprzed zmiany albo po niej.
clause-dk-09 = Gdy operacji nie potwierdzono, ponowne przyłożenie tej karty tylko pokazuje, że się udała; nic nie jest pobierane.
clause-dk-10 = Każdy kasownik ma własną blokadę: przełącza ją Karta Kontrolera, a włącza i znosi kierowca; kartę nadal można sprawdzić.
clause-dk-11 = Podczas blokady bilet okresowy jest odrzucany jak każdy inny, ale jego posiadacz jedzie zgodnie z zasadami.
clause-dk-12 = Obca karta nie zużywa wyboru; dwie karty naraz: DK-39.
clause-dk-13 = Karta bez klawisza na dalszym przystanku kursu to wyjście; otwarty przejazd z innego kursu kończy się, a zaliczka staje się opłatą.
clause-dk-14 = Na przystanku wejścia karta bez klawisza jest odrzucana; ustawienie może dopuścić tam wyjście.
clause-dk-15 = Jedno wyjście rozlicza wszystkie bilety kursu, każdy od jego przystanku; żadna opłata nie może przekraczać biletu jednorazowego.
clause-dk-16 = Ważne uprawnienie do bezpłatnych przejazdów nie wymaga środków; gdy wygaśnie, płaci się opłatę normalną.
clause-dk-17 = Karta bez ustawionej taryfy wymaga wybrania biletu.
clause-dk-18 = U pobiera opłatę ulgową bez względu na to, co wygasło.
clause-dk-19 = Wystarczy dokładnie cena tego biletu; portmonetka nigdy nie schodzi poniżej zera.
clause-dk-20 = Do limitu liczą się bilety z tego przystanku oraz posiadacz karty, jeśli jedzie na bilet okresowy lub bezpłatnie.
clause-dk-21 = Bilet okresowy jest ważny także pierwszego i ostatniego dnia; z kilku używany jest ten, który kończy się najwcześniej.
clause-dk-22 = Drugie S liczy się, dopóki trwa czas pierwszego.
clause-dk-23 = Boczna kieszeń czeka 10 s, przeniesienie trwa 3 s; karta w niewłaściwym miejscu nic wtedy nie robi.
clause-dk-24 = Naraz przenosi się najwyżej jedno doładowanie i jeden bilet okresowy, nigdy dwa razy; gdy karta wyjdzie za wcześnie, nic nie przepada.
clause-dk-25 = Karty zastrzeżone, zablokowane przez wydawcę lub poza terminem ważności są odrzucane.
clause-dk-26 = Nie ma zniżki za przesiadkę.
clause-dk-27 = Karta bez klawisza to własny przejazd; z klawiszem własny, gdy go brak i zgadza się taryfa, inaczej współpasażera; piąty przystanek wejścia jest odrzucany.
clause-dk-28 = Tam, gdzie zarejestrowano wyjście, karta bez klawisza jest odrzucana.
clause-dk-29 = Niepotwierdzona operacja zostawia na karcie znacznik; po pokazaniu, że się udała, znacznik jest usuwany.
clause-dk-30 = Blokada wyłącza N, U i czekającą kieszeń, ale nie S; rozpoczęta obsługa karty trwa do końca.
clause-dk-31 = Dioda świeci, dopóki karta nie zostanie odsunięta i nie skończy się ostatni sygnał.
clause-dk-32 = Doładowania i bilety okresowe liczy się osobno; co nie mieści się w portmonetce, czeka dalej; nieczytelna karta jest ignorowana.
clause-dk-33 = Zaliczka ze zniszczonej lub zgubionej karty staje się opłatą za przejazd.
clause-dk-34 = Datę, czas i miejsce podaje autobus; bez nich kasownik jest nieczynny i niczego nie rejestruje.
clause-dk-35 = Dwukrotne dotknięcie pola Sprawdzenie tylko liczy czas od nowa.
clause-dk-36 = Przejazd ważnie rozpoczęty kończy się ważnie: wyjście jest rozliczane, choć karta lub dzień minęły.
clause-dk-37 = Po „Sprawdź operację” sprawdzenie pokazuje najpierw, czy przejazd zarejestrowano.
clause-dk-38 = Karta, która leżała tam, gdy wróciło zasilanie, nie została przyłożona; najpierw ją odsuń.
clause-dk-39 = Dwie karty systemu naraz: żadna się nie zmienia. Obca karta obok naszej jest ignorowana.

## Until the program of the page runs. At most 44 characters.

boot-loading = Ładowanie
boot-reload = Wczytaj ponownie
boot-own-tab = Otwórz w osobnej karcie

## The page does not start. `src/boot/boot.js` finds the cause. At most 300 characters.

boot-static = Strona nie uruchomiła się. Wymaga JavaScriptu, WebAssembly i połączenia: wczytaj ją ponownie albo otwórz w osobnej karcie.
boot-browsers = Chrome 108, Firefox 121 lub Safari 16.4 albo nowszej wersji
boot-old = Ta przeglądarka jest za stara dla tej strony. Użyj przeglądarki { $browsers }.
boot-wasm = Ta przeglądarka nie uruchamia WebAssembly, którego strona potrzebuje. Zezwól na to dla tej witryny (Safari: wyłącz dla niej tryb blokady) albo użyj przeglądarki { $browsers }.
boot-policy = Witryna, która pokazuje tę stronę, nie pozwala jej działać: jej polityka bezpieczeństwa treści nie zawiera wasm-unsafe-eval albo blokuje skrypty. Otwórz stronę w osobnej karcie albo zwróć się do administratora witryny.
boot-frame = Ramka wokół tej strony ją blokuje (sandbox bez allow-same-origin). Otwórz stronę w osobnej karcie.
boot-file = Strona otwarta z folderu nie może wczytać swojego programu. Umieść folder na serwerze WWW albo użyj wersji w jednym pliku.
boot-memory = Przeglądarka nie ma już pamięci dla tej strony. Zamknij inne karty lub programy, a potem wczytaj stronę ponownie.
boot-damaged = Program strony dotarł uszkodzony albo przeglądarka jest dla niego za stara. Wczytaj stronę ponownie; jeśli to nie pomoże, użyj przeglądarki { $browsers }. ({ $detail })
boot-part = Część strony nie dotarła. Sprawdź połączenie, a potem wczytaj stronę ponownie. ({ $detail })
boot-stuck = Od dziesięciu sekund nic nie dotarło. Sprawdź połączenie. Strona ruszy sama, gdy nadejdą dane.
boot-other = Strona nie uruchomiła się. Wczytaj ją ponownie; jeśli to nie pomoże, użyj innej przeglądarki. ({ $detail })
