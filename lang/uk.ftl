### The texts of the page in Ukrainian. `en.ftl` has the same messages in English.

## The language: its own name, and how it writes numbers and dates. At most 44 characters.

language-name = Українська
decimal-mark = ,
# $list - everything but the last, 14, 30, 60
# $last - the last of a list
list-end = { $list } або { $last }

## Dates. The months are as they stand after a day. At most 44 characters.

# $weekday - its name
# $day - a number
# $month - its name
# $year - a number
date-full = { $weekday }, { $day } { $month } { $year } р.
# $year - four digits
# $month - two digits
# $day - two digits
date-short = { $day }.{ $month }.{ $year }
weekday-monday = понеділок
weekday-tuesday = вівторок
weekday-wednesday = середа
weekday-thursday = четвер
weekday-friday = п’ятниця
weekday-saturday = субота
weekday-sunday = неділя
month-january = січня
month-february = лютого
month-march = березня
month-april = квітня
month-may = травня
month-june = червня
month-july = липня
month-august = серпня
month-september = вересня
month-october = жовтня
month-november = листопада
month-december = грудня

## Things beside their number. At most 44 characters.

journal-lines =
    { $count ->
        [one] { $count } рядок
        [few] { $count } рядки
       *[many] { $count } рядків
    }
wallet-cards =
    { $count ->
        [one] { $count } картка
        [few] { $count } картки
       *[many] { $count } карток
    }
journal-times =
    { $count ->
        [one] { $count } раз
        [few] { $count } рази
       *[many] { $count } разів
    }
validator-beeps =
    { $count ->
        [one] { $count } короткий сигнал
        [few] { $count } короткі сигнали
       *[many] { $count } коротких сигналів
    }
firmware-agreed =
    { $count ->
        [one] { $count } однаковий кадр
        [few] { $count } однакові кадри
       *[many] { $count } однакових кадрів
    }
firmware-differ =
    { $count ->
        [one] { $count } інший
        [few] { $count } інші
       *[many] { $count } інших
    }
ticket-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дні
       *[many] { $count } днів
    }

## The page. At most 44 characters.

product-name = Kerb & Quay
language-choice = Мова
views = Перейти до
view-pedestal = Електроколонка
view-validator-keys = Старий валідатор
view-validator-touch = Новий валідатор

## The titles of the panels. At most 44 characters.

panel-wallet = Гаманець
panel-desk = Бюро обслуговування
panel-boats = Судна та струм
panel-clock = Годинник
panel-ledger = Рух коштів
panel-journal = Історія
panel-settings = Налаштування
panel-session = Цей сеанс

## The titles of the panels. At most 150 characters.

panel-feel = Звук, дотик і вигляд
panel-shop = Інтернет-крамниця
panel-service = Пункт обслуговування
panel-inspector = Контроль квитків
panel-line = Маршрут і водій
panel-tariff = Тариф

## Parts of the page. At most 44 characters.

dismiss = Закрити

## Parts of the page. At most 240 characters.

training-replica = навчальна копія
unofficial = Неофіційна навчальна копія – не виготовлена й не схвалена жодним виробником чи оператором.
page-missing-parts = Частини сторінки не вдалося завантажити: бракує панелей, і сеанс не зберігається.
page-fetch-parts = Спробувати ще раз
page-no-locks = Користуйтеся в цьому браузері лише однією вкладкою.
page-crashed = Щось пішло не так, і сторінка зупинилася. Збережене не зачеплено; перезавантажте сторінку.

## Two tabs, and what the browser has stored. At most 240 characters.

storage-watching = Цією сторінкою користується інша вкладка. Тут можна лише дивитися.
storage-take-over = Продовжити тут
# $reason - a sentence without its full stop
storage-unreadable = Збережений у цьому браузері сеанс не читається: { $reason }. Він досі там; завантажте його, перш ніж починати знову.
storage-download = Завантажити збережений сеанс
storage-start-fresh = Почати знову
storage-not-kept = Браузер не зберігає того, що ви тут робите: сховище повне або вимкнене.
storage-kept = Картки, кошти й історія зберігаються лише в цьому браузері. Якщо закрити сторінку, зникне струм: розпочате оновлення зупиниться там, де є.

## The texts of a language that did not arrive. At most 150 characters.

# $language - its own name
language-missing = Сторінка англійською: тексти цією мовою не вдалося отримати ({ $language }).

## A new version of the page. At most 110 characters.

update-new-version = Доступна нова версія. Ваш сеанс збережеться.
update-use-it = Перезавантажити

## Sound, vibration and display. At most 150 characters.

preference-volume = Гучність
preference-mute = Без звуку
preference-vibration = Вібрація
preference-hold-assist = Дотик замість утримання
preference-hold-assist-hint = Перший дотик починає, наступний завершує.
preference-projector = Вигляд для проєктора
preference-pressed = Що натиснуто
preference-to-the-page = Назад до сторінки

## Keys of the keyboard. At most 110 characters.

keyboard-keys = Клавіатурні скорочення
keyboard-tab = Наступний / попередній елемент
keyboard-press = Активувати
keyboard-hold = Утримана: тримає кнопку пристрою, доки не відпустите
keyboard-open = На заголовку панелі: відкрити чи закрити панель
keyboard-choose = Вибрати зі списку
keyboard-close = Скасувати
keyboard-help = Показати ці клавіші
keyboard-by-key = Відкривати клавішею «?»

## The wallet and its cards. At most 150 characters.

wallet-take-a-card = Виберіть картку
wallet-more = Більше
# $seconds - with a decimal
wallet-held-for = Картку тримали { $seconds } с
# $seconds - with a decimal
wallet-hold-on = Тримайте { $seconds } с, щоб повернути кошти

## The wallet and its cards. At most 44 characters.

card-rename = Перейменувати
card-destroy = Знищити (пробити отвір)
card-lose = Позначити як загублену
card-discard = Викинути
card-save-chip = Експортувати образ чипа
card-inside = Дані картки
card-counter = Кількість змін
card-mark = Незавершене оновлення
card-none = немає
card-operations = Останні операції
card-new-card = Нова картка
card-name = Назва
card-kind = Вид
card-get-card = Створити картку
card-together = Разом із карткою
card-use-both = Використати обидві
card-save-name = Зберегти назву
card-cancel = Скасувати
card-choice = Картка

## Questions before something that cannot be undone. At most 240 characters.

# $card - the name of the card
ask-destroy = Знищити «{ $card }»? У картці буде пробито отвір, а всі кошти на ній втрачено (P-01).
# $card - the name of the card
ask-lose = Позначити «{ $card }» як загублену? Загублену картку не замінюють, а кошти на ній втрачено (P-02).
# $card - the name of the card
ask-discard = Викинути «{ $card }»? Картка зникне разом з усіма коштами на ній.
ask-begin = Почати знову? Усі картки, кошти й усю історію цього сеансу буде стерто. Спершу збережіть сеанс, якщо він потрібен.

## Questions before something that cannot be undone. At most 44 characters.

ask-start-over = Почати знову
ask-cancel = Скасувати

## How a card is. At most 60 characters.

status-valid = дійсна
status-invalid = недійсна
status-blocked = заблокована
status-foreign = чужа
status-unreadable = нечитабельна
status-destroyed = знищена
status-lost = загублена
status-other-marina = інша марина
status-no-marina-card = не картка марини

## The clock. At most 44 characters.

clock-run = Пуск
clock-pause = Пауза
clock-speed = Швидкість
clock-exact-ms = Перемотати на (мс)
clock-let-pass = Перемотати
clock-civil = Дата й час
clock-set-civil = Установити

## The ledger. At most 44 characters.

ledger-accounts = Рахунки
ledger-postings = Останні проведення

## The ledger. At most 240 characters.

ledger-balanced = Усі кошти враховано.
# $reason - a sentence without its full stop
ledger-unbalanced = Кошти не сходяться: { $reason }.
ledger-no-postings = Ще нічого не проведено.

## The history. At most 44 characters.

journal-save = Зберегти сеанс
journal-open = Відкрити сеанс (.feature)

## The history. At most 240 characters.

journal-empty = Ще нічого не сталося.
journal-hint = Спершу найновіше. Торкніться правила, щоб прочитати його.
# $passed - how many
# $failed - how many
journal-played = Перевірки: пройдено { $passed }, не пройдено { $failed }.

## Sessions as files. At most 240 characters.

file-scenario = Сценарій
file-reading = Читання файлу …
# $line - a number
# $reason - a sentence without its full stop
file-line = рядок { $line }: { $reason }
# $file - the name of the file
file-too-large = «{ $file }» більший за 2 МБ; сеанс ніколи не буває таким великим. Нічого не змінилося.
# $file - the name of the file
file-not-text = «{ $file }» не є текстовим файлом; виберіть файл .feature. Нічого не змінилося.
file-no-parser = Не вдалося завантажити частину сторінки, яка читає файли; перевірте з’єднання і спробуйте ще раз.
# $file - the name of the file
# $reason - a sentence without its full stop
file-cannot-play = «{ $file }» не можна відтворити: { $reason }. Нічого не змінилося.
file-no-scenario = у ньому немає сценарію
file-not-gherkin = це не Gherkin
# $reason - a sentence without its full stop
file-cannot-save = Сеанс не можна зберегти: { $reason }.

## The settings. At most 44 characters.

# $least - the smallest value
# $most - the largest value
settings-bounds = від { $least } до { $most }
# $clause - a clause of the manual, P-14
settings-from-manual = інструкція, { $clause }
# $source - where it is from
settings-from-public = відкрите джерело: { $source }
settings-invented = припущення

## The settings. At most 240 characters.

settings-hint = Зміни діють з наступної операції.

## The settings. At most 60 characters.

setting-device-language = Мова дисплея
unit-millis = мс
unit-seconds = с
unit-ore = ере
unit-ore-per-kwh = ере за кВт·год
unit-watt-hours = Вт·год
unit-watts = Вт
unit-kilowatt-hours = кВт·год
choice-no = ні
choice-yes = так
choice-freeze = заморозити картку
choice-forfeit = стягнути суму

## The session. At most 44 characters.

session-begin-opening = Почати знову з картками-прикладами
session-begin-bare = Почати знову без карток
# $version - 0.1.0
session-version = Версія { $version }

## What a person typed cannot be used. At most 240 characters.

# $example - an amount, 100.50
typed-amount-missing = Бракує суми; напишіть, наприклад, { $example }.
typed-amount-negative = Сума не може бути меншою за нуль.
# $typed - what the person typed
# $example - an amount, 100.50
typed-amount-unclear = «{ $typed }» не є сумою; напишіть, наприклад, { $example }.
# $typed - what the person typed
# $whole - an amount, 1234
# $decimal - an amount, 1.23
typed-amount-ambiguous = «{ $typed }» може означати { $whole } або { $decimal }; напишіть щось одне.
# $typed - what the person typed
typed-amount-too-fine = У «{ $typed }» більше двох знаків після коми; найменша одиниця — одне ере.
# $typed - what the person typed
typed-amount-too-large = «{ $typed }» — більше, ніж уміщає будь-яка картка.
# $typed - what the person typed
typed-civil-unclear = «{ $typed }» не є датою й часом між 2000 і 2135 роком; напишіть, наприклад, 2026-11-20 08:00:00.
# $typed - what the person typed
typed-ms-unclear = «{ $typed }» не є цілим числом мілісекунд до 4294967295.
# $typed - what the person typed
typed-number-unclear = «{ $typed }» не є цілим числом, допустимим для цього налаштування.

## Why something is refused, on both pages. English is compared with the acceptance language. At most 160 characters.

# $card - the name of the card
refused-no-such-card = У гаманці немає картки «{ $card }».
# $card - the name of the card
refused-name-taken = Картка «{ $card }» вже є; виберіть іншу назву.
refused-bad-name = Назва має від 1 до 24 знаків, без " < > | \; виберіть іншу.
# $card - the name of the card
refused-one-card = «{ $card }» — одна картка; виберіть до неї іншу.
# $card - the name of the card
# $reason - a sentence without its full stop
refused-unreadable = «{ $card }» не читається: { $reason }.
refused-both-slots = жодна з двох ділянок не має правильної контрольної суми
refused-nonsense = контрольна сума правильна, але є значення, якого формат не має
refused-ambiguous = обидві ділянки мають той самий номер, але різний вміст
refused-other-layout = її записано у форматі, якого ця програма не знає
refused-no-such-setting = Такого налаштування немає.
# $setting - the name of the setting
# $value - as it is written
# $least - the smallest value
# $most - the largest value
refused-bad-setting = «{ $setting }» не може бути { $value }: дозволено від { $least } до { $most }.

## The firmware beside the replica. At most 240 characters.

firmware-run = Запустити справжню прошивку
firmware-stop = Зупинити прошивку
firmware-explained = Файл, який записують у Raspberry Pi Pico, працює тут на емульованій платі з тими самими подіями.
firmware-coming = Завантажуються прошивка й плата …
firmware-building = Прошивка ще збирається; вона запуститься сама, щойно буде готова …
firmware-missing = Не вдалося завантажити прошивку; перевірте з’єднання.
firmware-again = Спробувати ще раз
# $reason - a sentence without its full stop
firmware-broken = Емульована плата зупинилася: { $reason }.
firmware-display = Що показує прошивка
firmware-marked = Пікселі, що відрізняються, рожеві.
firmware-otherwise = Лампи або реле відрізняються.
firmware-keeps-up = встигає
# $time - date and time
firmware-behind = надолужує ({ $time })
# $time - date and time
firmware-waiting = надолужує, годинник стоїть ({ $time })
# $name - a name
# $version - 0.1.0
# $size - in kilobytes
firmware-file = { $name } { $version } · { $size } кБ
firmware-download = Завантажити файл UF2

## The quay. Its page. At most 240 characters.

quay-tagline = Спробуйте електроколонку в марині
quay-invite = Перетягніть картку з гаманця до тримача або скористайтеся кнопкою на картці.
quay-wallet-empty = Гаманець порожній. Створіть картку нижче.
quay-release-hint = Прибирає кошти, які загублена чи знищена картка залишила на розетці цієї електроколонки.
# $time - date and time
quay-session-title = Сеанс на причалі, { $time }
site-bus = Автобусний валідатор

## The quay. The pedestal. At most 44 characters.

# $number - its number
pedestal-number = Електроколонка { $number }
pedestal-display = Дисплей електроколонки
pedestal-back = Назад
pedestal-enter = Enter
# $socket - the number of the socket
pedestal-socket = Розетка { $socket }
pedestal-holder = Тримач картки
pedestal-plug-in = Підключити
pedestal-unplug = Відключити
pedestal-is-live = під напругою
pedestal-switched-on = увімкнено
pedestal-is-off = вимкнено

## The quay. The pedestal. At most 240 characters.

pedestal-key-back = 1 Tilbake Back (Назад)
pedestal-key-enter = 2 Enter
# $socket - the number of the socket
pedestal-choose = Розетка { $socket }
# $socket - the number of the socket
pedestal-choose-lit = Розетка { $socket }, світиться синім
# $socket - the number of the socket
pedestal-push-plug = Підключити катер до розетки { $socket }
# $socket - the number of the socket
pedestal-pull-plug = Відключити катер від розетки { $socket }
pedestal-take = Вийняти

## The quay. The pedestal. At most 110 characters.

# $sockets - numbers, separated by commas
pedestal-sockets-lit = Світяться синім: розетки { $sockets }
pedestal-sockets-dark = Жодна розетка не світиться

## The quay. The wallet. At most 44 characters.

quay-card-put-in = Вставити картку
# $pedestal - the number of the pedestal
quay-card-in-holder = У тримачі електроколонки { $pedestal }
quay-card-amount = Сума (kr)

## The quay. The service desk. At most 44 characters.

desk-load = Поповнити картку
desk-pay-out = Виплатити
desk-read = Зчитати картку
desk-reset = Скинути
desk-write-off = Списати
# $socket - the number of the socket
desk-release = Звільнити розетку { $socket }
desk-open-now = Відчинено
desk-closed-now = Зачинено
desk-hours = З понеділка по п’ятницю 8:00–15:30
desk-address = Контора порту, вул. Набережна, 1, 1 поверх

## The quay. Boats and power. At most 44 characters.

boats-walk = Ви біля
boats-mains = Живлення причалу
boats-mains-on = Увімкнено
boats-mains-off = Вимкнено
# $socket - the number of the socket
boats-boat = Катер біля розетки { $socket }
boats-credit-left = Кошти
boats-delivered = Видано
boats-draws = Потужність
boats-lasts = Залишилось часу
boats-aboard = На борту
# $hours - whole hours
# $minutes - the minutes beside them
boats-hours-minutes = { $hours } год { $minutes } хв

## The quay. Kinds of cards. At most 60 characters.

quay-kind-user = Картка користувача
quay-kind-other-marina = Картка іншої марини
quay-kind-foreign = Чужа картка
quay-kind-blocked = Заблокована картка
quay-kind-spoilt = Картка з перерваним оновленням

## The quay. Lines of a card's own log. At most 60 characters.

quay-log-load = перенесення на розетку
quay-log-return = повернення на картку
quay-log-sale = продаж
quay-log-reset = скидання
quay-log-pay-out = виплата

## The quay. What is switched on aboard. At most 60 characters.

appliance-light = Світло в каюті
appliance-fridge = Холодильник
appliance-dehumidifier = Осушувач
appliance-charger = Зарядка акумулятора
appliance-boiler = Водонагрівач
appliance-heater = Тепловентилятор
appliance-kettle = Чайник

## The quay. Accounts of the ledger. At most 60 characters.

quay-account-sold = Продано в бюро
# $card - the name of the card
quay-account-on-card = Картка { $card }
# $card - the name of the card
quay-account-frozen = Заморожено на картці { $card }
# $socket - the number of the socket
quay-account-on-socket = Розетка { $socket }
# $socket - the number of the socket
quay-account-suspense = Непевне, розетка { $socket }
quay-account-consumed = Видано як енергію
quay-account-rounding = Менше від одного ере
quay-account-lost = Утрачено назавжди
quay-account-cash-out = Виплачено

## The quay. Why value moved. At most 60 characters.

quay-cause-sale = продаж
quay-cause-load = перенесено на розетку
quay-cause-return = повернено на картку
quay-cause-metering = спожито енергію
quay-cause-given-back = повернено після зникнення струму
quay-cause-tear = картку вийнято зарано
quay-cause-resume = оновлення все ж завершено
quay-cause-suspense = наслідок невідомий
quay-cause-settlement = наслідок з’ясовано
quay-cause-reset = картку скинуто
quay-cause-forfeit = втрачено (навчальне правило)
quay-cause-card-gone = картку знищено чи загублено
quay-cause-write-off = списано
quay-cause-pay-out = виплачено

## The quay. Screens of the pedestal, in the history. At most 60 characters.

pedestal-screen-welcome = привітання
pedestal-screen-service-select = вибір розетки
pedestal-screen-busy = розетка зайнята
pedestal-screen-outlet-status = стан розетки
pedestal-screen-updating = оновлення
pedestal-screen-remove-card = вийміть картку
pedestal-screen-interrupted = перервано
pedestal-screen-wrong-card = не та картка
pedestal-screen-one-card-only = лише одна картка
pedestal-screen-invalid-card = недійсна картка
pedestal-screen-credit-check = перегляд коштів
pedestal-screen-dark = немає живлення

## The quay. Names of the settings. At most 60 characters.

quay-setting-inactivity = Назад на один екран через
quay-setting-step = Одне натискання переносить
quay-setting-hold = Час утримання для повернення
quay-setting-dead-zone = Мертва зона перед утриманням
quay-setting-pause = Коротка пауза перед оновленням
quay-setting-update = Оновлення триває
quay-setting-final-write = Останній запис перед кінцем
quay-setting-recovery = Час, щоб повернути картку
quay-setting-tear-policy = Після незавершеного оновлення
quay-setting-remove-prompt = «Вийміть картку» видно (0: доки не вийнято)
quay-setting-price = Ціна енергії
quay-setting-one-socket = Лише одна розетка на картку
quay-setting-memory = Лічильник записують кожні
quay-setting-detect = Зчитувач: виявити картку
quay-setting-write = Зчитувач: записати картку
quay-setting-confirm = Зчитувач: підтвердити запис
quay-setting-desk-hours = Дотримуватися годин роботи бюро

## The quay. Why something is refused. English is compared with the acceptance language. At most 160 characters.

# $card - the name of the card
quay-refused-card-in-holder = «{ $card }» у тримачі електроколонки; спершу вийміть її.
quay-refused-holder-taken = У тримачі вже є картка; спершу вийміть її.
quay-refused-holder-empty = У тримачі немає картки.
# $pedestal - the number of the pedestal
quay-refused-no-such-pedestal = На цьому причалі немає електроколонки { $pedestal }; підійдіть до 1 або 2.
# $card - the name of the card
quay-refused-destroyed = «{ $card }» знищено; знищених карток не замінюють (P-02).
# $card - the name of the card
quay-refused-lost = «{ $card }» загублено; загублених карток не замінюють (P-02).
# $card - the name of the card
quay-refused-not-gone = «{ $card }» не знищено й не загублено.
# $card - the name of the card
quay-refused-foreign = «{ $card }» видала не ця марина.
# $card - the name of the card
quay-refused-blocked = «{ $card }» заблокував видавець.
# $card - the name of the card
quay-refused-must-be-reset = «{ $card }» недійсна: оновлення не завершено; спершу скиньте її (P-21).
# $card - the name of the card
quay-refused-nothing-to-reset = «{ $card }» дійсна: скидати нічого.
# $pedestal - the number of the pedestal
quay-refused-unreachable = Електроколонка { $pedestal } недоступна; спробуйте, коли повернеться живлення.
# $amount - with its currency
quay-refused-bad-amount = { $amount } не можна внести: сума має бути більшою за нуль і вміститися на картці.
# $card - the name of the card
quay-refused-nothing-to-pay-out = На «{ $card }» нічого виплачувати.
# $socket - the number of the socket
quay-refused-nothing-to-release = На розетці { $socket } немає коштів знищеної чи загубленої картки.
# $socket - the number of the socket
quay-refused-update-open = Оновлення розетки { $socket } чекає на свою картку; спершу спишіть картку або зачекайте, доки мине хвилина.
# $card - the name of the card
quay-refused-nothing-to-write-off = Жодна електроколонка не має відкритого запису про «{ $card }».
quay-refused-desk-closed = Бюро обслуговування зачинене; працює з понеділка по п’ятницю, 8:00–15:30.
# $socket - the number of the socket
quay-refused-plug-as-it-is = Вилка розетки { $socket } вже в такому стані.
# $socket - the number of the socket
# $wanted - watts
# $allowed - watts
quay-refused-too-much-power = Розетка { $socket } мала б дати { $wanted } Вт; запобіжник дозволяє { $allowed } Вт. Спершу щось вимкніть.
quay-refused-no-power = Електроколонки не мають живлення.
quay-refused-power-is-on = Живлення вже ввімкнено.

## The quay. What the desk reads out. English is compared with the acceptance language. At most 160 characters.

# $card - the name of the card
# $number - its number
# $balance - with its currency
# $status - how the card is: valid, blocked, …
desk-read-card = { $card } (номер { $number }): { $balance }, { $status }.
# $pedestal - the number of the pedestal
# $amount - with its currency
desk-read-mark = Перервано біля електроколонки { $pedestal }; скидання поверне { $amount }.
# $socket - the number of the socket
desk-read-settled = Оновлення розетки { $socket } з’ясовано.
# $socket - the number of the socket
# $amount - with its currency
desk-read-socket = На розетці { $socket } є { $amount } з неї.
# $socket - the number of the socket
desk-read-at-socket = (розетка { $socket })

## The quay. What was done, in the history. At most 160 characters.

# $card - the name of the card
quay-did-present = Ви вставляєте «{ $card }» у тримач.
# $card - the name of the card
# $other - the name of the other card
quay-did-present-both = Ви вставляєте картки «{ $card }» і «{ $other }» разом у тримач.
quay-did-take = Ви виймаєте картку.
# $key - what is on the key
quay-did-press = Ви натискаєте: { $key }.
# $key - what is on the key
quay-did-release = Ви відпускаєте: { $key }.
# $pedestal - the number of the pedestal
quay-did-walk = Ви підходите до електроколонки { $pedestal }.
quay-did-power-off = Зникає струм.
quay-did-power-on = Струм повертається.
# $socket - the number of the socket
quay-did-plug = Ви підключаєте катер до розетки { $socket }.
# $socket - the number of the socket
quay-did-unplug = Ви відключаєте катер від розетки { $socket }.
# $appliance - its name
# $socket - the number of the socket
# $state - on or off
quay-did-switch = Ви перемикаєте: { $appliance }, розетка { $socket }: { $state }.
# $card - the name of the card
# $kind - the kind of card
# $amount - with its currency
quay-did-create = Ви отримуєте картку «{ $card }» ({ $kind }), на ній { $amount }.
# $card - the name of the card
# $new - its new name
quay-did-rename = Ви перейменовуєте «{ $card }» на «{ $new }».
# $card - the name of the card
quay-did-discard = Ви викидаєте «{ $card }».
# $card - the name of the card
quay-did-destroy = Ви пробиваєте отвір у «{ $card }».
# $card - the name of the card
quay-did-lose = Ви губите «{ $card }».
# $card - the name of the card
# $amount - with its currency
quay-did-load = Бюро поповнює «{ $card }» на { $amount }.
# $card - the name of the card
quay-did-pay-out = Бюро виплачує кошти з «{ $card }».
# $card - the name of the card
quay-did-read = Бюро зчитує «{ $card }».
# $card - the name of the card
quay-did-reset = Бюро скидає «{ $card }».
# $card - the name of the card
quay-did-write-off = Бюро списує «{ $card }».
# $socket - the number of the socket
quay-did-release-socket = Бюро звільняє розетку { $socket }.
# $time - date and time
quay-did-set-clock = Дату й час установлено на { $time }.
# $setting - the name of the setting
# $value - as it is written
quay-did-configure = Ви встановлюєте «{ $setting }»: { $value }.
# $pedestal - the number of the pedestal
# $screen - what the screen shows
quay-happened = Електроколонка { $pedestal }: { $screen }

## The quay. What the clauses of the manual mean. At most 170 characters.

clause-p-05 = Електроколонка має тримач картки, кнопки Назад і Enter та кнопку для кожної розетки.
clause-p-06 = У спокої дисплей показує привітання.
clause-p-07 = Понад 5 с без дотику: на один екран назад.
clause-p-08 = Якщо вийняти картку, дисплей одразу повертається до привітання.
clause-p-09 = Картка користувача в тримачі відкриває вибір розетки.
clause-p-10 = Кнопка розетки вибирає її.
clause-p-11 = Якщо розетка зайнята, дисплей просить іншу.
clause-p-12 = Вільна розетка відкриває екран свого стану.
clause-p-13 = Стан показує розетку, кошти на ній і кошти на картці.
clause-p-14 = Кожне натискання переносить 10 kr з картки на розетку.
clause-p-15 = Утримання кнопки близько 5 с повертає всі кошти на картку.
clause-p-16 = Після короткої паузи без натискань починається оновлення.
clause-p-17 = Оновлення триває близько 5 с; картка має лишатися в тримачі.
clause-p-18 = Якщо вийняти картку під час оновлення, кошти втрачаються, а картка стає недійсною.
clause-p-19 = Протягом 1 хвилини картку можна повернути й завершити оновлення.
clause-p-20 = Якщо її не повернути, картка стає недійсною.
clause-p-21 = Бюро обслуговування скидає недійсну картку до суми на момент переривання.
clause-p-22 = Після оновлення дисплей просить вийняти картку.
clause-p-23 = Розетка з коштами вмикається сама, її кнопка світиться синім.
clause-p-24 = Енергію рахують у кіловат-годинах.
clause-p-25 = Коли кошти вичерпано або забрано, розетка вимикається.
clause-p-26 = Без картки кнопка розетки будь-коли показує кошти на ній.
clause-dp-01 = Шість кнопок: Назад, Enter і по одній для чотирьох розеток.
clause-dp-02 = Назад повертає на екран раніше й відкидає вибране; Enter підтверджує.
clause-dp-03 = Дисплей говорить установленою мовою.
clause-dp-04 = «Попередній екран» для кожного екрана сталий, а не той, що був останнім.
clause-dp-05 = Рівно 5 с — ще не «понад 5 с»; коротка пауза — 3 с після відпускання.
clause-dp-06 = Жодна кнопка чи час не чіпають оновлення; «вийміть картку» чекає на картку.
clause-dp-07 = Картка, що лишилася в тримачі, може продовжити з привітання.
clause-dp-08 = На екрані стану кнопка іншої розетки нічого не переносить.
clause-dp-09 = Зайнята означає: на ній кошти іншої картки.
clause-dp-10 = Кошти електроколонки — це кошти вибраної розетки, також у кВт·год.
clause-dp-11 = Натискання рахується при відпусканні; повне утримання — один раз і не є натисканням.
clause-dp-12 = Натискання додаються, не більше від суми на картці; гроші переносить оновлення.
clause-dp-13 = Утримання заміняє накопичені натискання; менше від одного ере — округлення.
clause-dp-14 = Хвилину ви маєте лише тоді, коли вийняли картку під час оновлення.
clause-dp-15 = Повернена картка проходить усе оновлення ще раз.
clause-dp-16 = Рахується лише та сама картка в тій самій колонці; для інших хвилина йде далі.
clause-dp-17 = Перш ніж щось зміниться, на картці позначають її суму.
clause-dp-18 = Знищену чи загублену картку всюди відхиляють; її кошти втрачено.
clause-dp-19 = Скидання в бюро завершує хвилину, що чекає на картку.
clause-dp-20 = Розетка ввімкнена й синя рівно доти, доки має кошти, які не повертають.
clause-dp-21 = Кожну ват-годину оплачено точно; останню — можливо, частково.
clause-dp-22 = Перегляд коштів триває до 5 с без дотику; можливий і впродовж хвилини.
clause-dp-23 = Картка, яку не обслуговують, відсилає до бюро обслуговування.
clause-dp-24 = Це неофіційна навчальна копія.
clause-dp-25 = Після зникнення струму все в пам’яті діє далі; розетки з коштами знову ввімкнені.
clause-dp-26 = Одна картка може мати кілька розеток, якщо не налаштовано одну.
clause-dp-27 = Вийнята під час останнього запису: сума непевна, доки картку не побачать.
clause-dp-28 = Розетку вибирають у мить натискання; це натискання нічого не переносить.
clause-dp-29 = Доки оновлення відкрите, воно визначає, що означає вставлена картка.
clause-dp-30 = Позначка й лічильник на картці кажуть: повторити, завершити чи почати знову.
clause-dp-31 = Оновлення з невідомим наслідком з’ясовує сама картка або бюро.
clause-dp-32 = Зникнення струму — як виймання; після першого запуску хвилина йде ще раз.
clause-dp-33 = Лічильник записують кожні 10 Вт·год; стільки може повернути зникнення струму.
clause-dp-34 = Поточна операція зберігає налаштування, з якими почалася.
clause-dp-35 = Бюро може звільнити розетку, картку якої знищено чи загублено.
clause-dp-36 = Якщо картка в тримачі, екран вітання каже про це і що кнопки 1–4 ведуть далі.
clause-dp-37 = Рядок про кнопку називає її; жоден не просить натискання, на яке на картці бракує коштів.
clause-dp-38 = Зарано відпущена кнопка поповнює; дисплей каже про це і що «Назад» це скасує.
clause-dp-39 = Розетка показує кВт·год, видані відтоді, як була вільна; рух коштів показує їх теж.

## The bus. Its page. At most 150 characters.

bus-tagline = Спробуйте автобусний валідатор
# $time - date and time
bus-session-title = Поїздка { $time }
site-quay = Електроколонка

## The bus. The validators. At most 150 characters.

validator-training = Навчальна копія
validator-old-type = Старий тип
validator-new-type = Новий тип
# $bus - the number of the bus
bus-number = Автобус { $bus }
validator-side-by-side = Поруч
validator-display = Дисплей
validator-front = Зчитувач карток
validator-pocket = Бічна кишеня для поповнень з інтернету
validator-lamp-on = Червона лампа світиться
validator-lamp-off = Червона лампа не світиться
validator-quiet = Без сигналу
validator-key-n = N: звичайний квиток
validator-key-u = U: пільговий квиток
validator-key-s = S: перевірка картки; двічі: поповнення
validator-take-away = Забрати
bus-pocket-hint-keys = Вийміть картку, двічі натисніть S і вкладіть її знову.
bus-pocket-hint-touch = Вийміть картку, торкніться «{ $field }» і вкладіть її знову.
bus-no-run = Поза рейсом
# $number - its number
# $name - a name
bus-stop = Зупинка { $number }: { $name }

## The bus. The wallet. At most 150 characters.

bus-card-hold = Прикласти до валідатора
bus-card-hold-hint = Натисніть і тримайте: картка там, доки тримаєте
# $length - 1 s
bus-card-tap-for = Торкнутися на { $length }
bus-card-leave = Залишити на зчитувачі
bus-card-into-pocket = Вкласти в бічну кишеню
bus-card-invite = Прикладіть картку до валідатора або перетягніть її туди.
bus-card-empty = У гаманці немає картки.
bus-card-held-for = Тривалість дотику
bus-card-personalised = Іменна картка
bus-card-at-validator = біля валідатора
bus-card-no-purse = без коштів
bus-card-without-purse = Залиште порожнім для картки без грошей
bus-card-amount = Сума (zł)
bus-card-orders = Замовлення: { $count }

## The bus. Line and driver. At most 150 characters.

driver-next-stop = Наступна зупинка
driver-end-run = Завершити рейс
driver-depart = Почати наступний рейс
driver-block = Заблокувати валідатори
driver-unblock = Розблокувати валідатори
driver-power = Живлення
driver-power-on = увімкнено
driver-power-off = вимкнено
# $line - a number
# $stop - a stop
driver-direction = Маршрут { $line } до { $stop }

## The bus. The web shop. At most 150 characters.

shop-hint = Замовлення чекають тут, доки ви не заберете їх у бічній кишені або в пункті обслуговування.
shop-top-up = Замовити поповнення
shop-order-period = Замовити проїзний
shop-waiting = Чекає
shop-nothing-waits = Жодне замовлення не чекає.
# $amount - with its currency
shop-purse-order = поповнення { $amount }
# $from - a date or an amount
# $to - a date
shop-period-order = проїзний { $from } – { $to }
shop-card = Картка
shop-fare = Тариф
shop-from-day = Перший день
shop-until-day = Останній день
shop-days = Дні

## The bus. The service point. At most 150 characters.

service-read = Зчитати картку
service-fetch = Записати замовлене
service-load = Поповнити
service-sell-card = Продати картку
service-first-load = Перше поповнення (zł)
service-sell-period = Продати проїзний
service-entitle = Записати право на пільгу
service-entitlement = Право на пільгу
service-set-fare = Типовий тариф
service-no-fare = немає
service-set-days = Установити перший і останній день картки
service-report-lost = Заявити про втрату
service-report-found = Заявити, що знайдено

## The bus. The inspector. At most 150 characters.

inspector-inspect = Перевірити картку
inspector-hint = Перевірте картку так, як це робить контролер.
inspector-valid = дійсний
inspector-not-valid = недійсний

## The bus. The tariff. At most 150 characters.

tariff-prices = Скільки коштує поїздка (zł)
tariff-single = Разовий квиток, списується наперед
# $amount - with its currency
tariff-load-class = Останнє поповнення від { $amount }
# $stops - a number of stops
tariff-up-to-stops = до { $stops } зупинок
tariff-further = довші поїздки
tariff-kielce = Kielce, прейскурант за ухвалою XXXVII/679/2012 (історичний навчальний тариф)
tariff-rybnik = Rybnik 2017, зона 0 (історичний; пільгова ціна до 2 зупинок вигадана)
tariff-jastrzebie = Jastrzębie-Zdrój 2016 (історичний; аванс дорівнює ціні найдовшої поїздки: вигадано)

## The bus. What a person typed cannot be used. At most 170 characters.

# $typed - what the person typed
bus-typed-too-fine = У «{ $typed }» більше двох знаків після коми; найменша монета — один грош.
bus-typed-no-date = Бракує дати; напишіть, наприклад, 2026-11-20.
# $typed - what the person typed
bus-typed-bad-date = «{ $typed }» не є днем між 2000 і 2179 роком; напишіть, наприклад, 2026-11-20.
bus-typed-no-days = Бракує кількості днів; напишіть, наприклад, 30.
# $typed - what the person typed
bus-typed-bad-days = «{ $typed }» не є кількістю днів; напишіть, наприклад, 30.

## The bus. Kinds of cards. At most 60 characters.

bus-kind-normal = Іменна картка, звичайний тариф
bus-kind-reduced = Іменна картка, пільговий тариф
bus-kind-free = Іменна картка, безплатний проїзд
bus-kind-bearer = Картка на пред’явника
bus-kind-controller = Картка контролера
bus-kind-other-city = Картка іншого міста
bus-kind-foreign = Картка іншої системи
bus-kind-blocked = Заблокована картка
bus-kind-unreadable = Нечитабельна картка

## The bus. How a card is. At most 60 characters.

status-reported-lost = заявлена як загублена
status-expired = прострочена
status-not-yet-valid = ще не дійсна
status-other-city = інше місто
status-no-bus-card = не картка автобуса

## The bus. Entitlements and tickets. At most 60 characters.

entitlement-reduced = пільговий тариф
entitlement-free = безплатний проїзд
fare-normal = звичайний
fare-reduced = пільговий

## The bus. Fields of the touch display. At most 60 characters.

field-normal = Звичайний
field-reduced = Пільговий
field-check = Перевірка
field-top-up = Поповнення

## The bus. Lines of a card's own log. At most 60 characters.

bus-log-at-service-point = пункт обслуговування
bus-log-normal-ticket = звичайний квиток
bus-log-reduced-ticket = пільговий квиток
bus-log-period-ride = поїздка за проїзним
bus-log-free-ride = безплатна поїздка
bus-log-exit = вихід
bus-log-order = замовлення
bus-log-other = інше

## The bus. Accounts of the ledger. At most 60 characters.

bus-account-sold = Продано в пункті обслуговування та в інтернеті
# $card - the name of the card
bus-account-on-card = Картка { $card }
# $order - the number of the order
bus-account-on-order = Сплачено за замовлення { $order }
# $card - the name of the card
# $run - the number of the run
bus-account-advance = Аванс, картка { $card }, рейс { $run }
bus-account-fares = Плата за поїздки
bus-account-lost = Утрачено назавжди

## The bus. Why value moved. At most 60 characters.

bus-cause-sale = продаж
bus-cause-order = замовлено в інтернеті
bus-cause-top-up = замовлення записано на картку
bus-cause-entry = списано за разовий квиток
bus-cause-refund = повернено при виході
bus-cause-exit = поїздку закрито при виході
bus-cause-no-exit = вихід не зареєстровано
bus-cause-card-gone = картку знищено, загублено чи викинуто

## The bus. Screens of a validator, in the history. At most 60 characters.

validator-screen-rest = готовий
validator-screen-out-of-service = не працює
validator-screen-blocked = заблоковано
validator-screen-take-away = «Заберіть картку»: вона була там, коли з’явилося живлення
validator-screen-armed-normal = звичайний квиток, чекає на картку
validator-screen-armed-reduced = пільговий квиток, чекає на картку
validator-screen-armed-check = перевірка, чекає на картку
validator-screen-writing = записує картку
validator-screen-taken = плату списано
validator-screen-exit = вихід зареєстровано
validator-screen-period = проїзний зареєстровано
validator-screen-free = безплатний проїзд зареєстровано
validator-screen-blocking = блокування ввімкнено чи знято карткою
validator-screen-orders = замовлення з інтернету записано на картку
validator-screen-refused = відмова, причину показано
validator-screen-check-operation = «Перевірте операцію»: картку забрано зарано
validator-screen-page = що на картці
validator-screen-top-up-wait = бічна кишеня чекає на картку
validator-screen-top-up-run = забирає замовлення з інтернету
validator-screen-dark = немає живлення

## The bus. Names of the settings. At most 60 characters.

bus-setting-arm = Клавіша чекає на картку
bus-setting-page = Кожна сторінка перевірки видима
bus-setting-message-min = Повідомлення видно щонайменше
bus-setting-detect = Картку виявлено через
bus-setting-commit = Картку змінено через
bus-setting-confirm = Зміну підтверджено через
bus-setting-tear-notice = Повідомлення без картки видно
bus-setting-beep-on = Сигнал триває
bus-setting-beep-off = Пауза між сигналами
bus-setting-status-while-blocked = Картки можна перевіряти під час блокування
bus-setting-same-stop-exit = Вихід можливий на зупинці входу
bus-setting-limit = Найбільше квитків з однієї зупинки
bus-setting-pocket-wait = Бічна кишеня чекає
bus-setting-pocket-run = Перенесення в бічній кишені триває
bus-setting-hotlist = Загублені, заблоковані, прострочені картки відхиляти
bus-setting-boot = Комп’ютер автобуса запускається за

## The bus. Why something is refused. English is compared with the acceptance language. At most 170 characters.

# $card - the name of the card
bus-refused-card-at-validator = «{ $card }» біля валідатора; спершу заберіть її звідти.
bus-refused-pocket-taken = У бічній кишені вже є картка; спершу вийміть її.
bus-refused-front-taken = Біля валідатора вже є картка; спершу заберіть її.
bus-refused-pocket-empty = У бічній кишені немає картки.
bus-refused-front-empty = Біля валідатора немає картки.
# $bus - the number of the bus
bus-refused-no-such-bus = Автобуса { $bus } немає; сядьте в 1 або 2.
bus-refused-no-keys = Новий валідатор не має клавіш; торкніться його дисплея.
bus-refused-no-touch = Старий валідатор не має сенсорного дисплея; натисніть його клавіші.
bus-refused-last-stop = Це остання зупинка; почніть наступний рейс.
bus-refused-no-run = Автобус не в рейсі; почніть наступний.
bus-refused-no-more-runs = У цього автобуса закінчилися номери рейсів.
# $card - the name of the card
bus-refused-destroyed = «{ $card }» знищено.
# $card - the name of the card
bus-refused-lost = «{ $card }» загублено.
# $card - the name of the card
bus-refused-foreign = «{ $card }» не є карткою пасажира цього міста.
# $card - the name of the card
# $status - how the card is: valid, blocked, …
bus-refused-not-usable = Картка «{ $card }» { $status }.
# $card - the name of the card
bus-refused-no-purse = «{ $card }» не має е-гаманця.
# $card - the name of the card
bus-refused-not-personalised = «{ $card }» — картка на пред’явника; рахунок мають лише іменні картки.
bus-refused-never-a-purse = Така картка не має е-гаманця.
bus-refused-not-sold = Пункт обслуговування не продає таких карток.
# $least - the smallest value
bus-refused-first-load = Перше поповнення такої картки — щонайменше { $least }.
# $least - the smallest value
bus-refused-top-up-too-small = Поповнення — щонайменше { $least }.
# $most - the largest value
bus-refused-too-much = Е-гаманець уміщує щонайбільше { $most }.
# $card - the name of the card
bus-refused-no-room = На «{ $card }» немає місця для ще одного проїзного, доки якийсь не закінчиться.
# $days - 30 days, or a list of numbers
bus-refused-no-such-period = Проїзні бувають на { $days } днів і починаються сьогодні або пізніше.
bus-refused-days-reversed = Останній день не може бути раніше за перший.
bus-refused-order-waits = Таке замовлення вже чекає на цю картку; спершу заберіть його.
# $card - the name of the card
# $days - 30 days, or a list of numbers
bus-refused-no-orders = На «{ $card }» нічого не чекає (в автобусах: { $days } днів).
# $card - the name of the card
bus-refused-reported-already = Про втрату «{ $card }» вже заявлено.
# $card - the name of the card
bus-refused-not-reported = Ніхто не заявляв про втрату «{ $card }».
bus-refused-hotlist-full = Список загублених карток повний; спершу заявіть, що якусь знайдено.
bus-refused-no-power = Автобуси вимкнено.
bus-refused-power-is-on = Автобуси вже ввімкнено.
bus-refused-starting = Комп’ютер автобуса ще запускається.
bus-refused-no-such-tariff = Такого тарифу немає.
bus-refused-no-such-row = Такого рядка в тарифі немає.
# $fare - normal or reduced
# $price - an amount
# $most - the largest value
bus-refused-bad-single = Разовий квиток ({ $fare }) не може коштувати { $price } zł: дозволено від 0,01 до { $most } zł.
bus-refused-no-class = Тарифу потрібен щонайменше один клас поповнення.
# $from - a date or an amount
bus-refused-class-order = Клас поповнення від { $from } zł має починатися вище за попередній.
# $from - a date or an amount
# $stops - a number of stops
bus-refused-band-order = У класі поповнення від { $from } zł ступінь до { $stops } зупинок має сягати далі за попередній.
# $from - a date or an amount
bus-refused-no-last-band = Клас поповнення від { $from } zł не має ціни найдовших поїздок.
# $fare - normal or reduced
# $price - an amount
# $from - a date or an amount
# $single - an amount
bus-refused-longest-above-single = Ціна { $price } zł ({ $fare }) найдовших поїздок, поповнення від { $from } zł, вища за разовий квиток { $single } zł.
# $fare - normal or reduced
# $price - an amount
# $stops - a number of stops
# $from - a date or an amount
# $single - an amount
bus-refused-above-single = Ціна { $price } zł ({ $fare }) до { $stops } зупинок, поповнення від { $from } zł, вища за разовий квиток { $single } zł.

## The bus. What the service point reads. English is compared with the acceptance language. At most 170 characters.

# $card - the name of the card
# $number - its number
# $status - how the card is: valid, blocked, …
# $from - a date or an amount
# $to - a date
service-read-personalised = { $card } (номер { $number }): іменна картка, { $status }, з { $from } до { $to }.
# $card - the name of the card
# $number - its number
# $status - how the card is: valid, blocked, …
# $from - a date or an amount
# $to - a date
service-read-bearer = { $card } (номер { $number }): картка на пред’явника, { $status }, з { $from } до { $to }.
service-read-normal = Простий дотик списує звичайний тариф.
service-read-reduced = Простий дотик списує пільговий тариф.
service-read-no-fare = Тарифу не встановлено.
# $until - a date
service-read-entitled-reduced = Право на пільговий тариф до { $until }.
# $until - a date
service-read-entitled-free = Право на безплатний проїзд до { $until }.
# $amount - with its currency
# $class - the number of the load class
service-read-purse = Е-гаманець { $amount }, клас поповнення { $class }.
service-read-no-purse = Немає е-гаманця.
# $fare - normal or reduced
# $from - a date or an amount
# $to - a date
service-read-period = Проїзний, { $fare }, з { $from } до { $to }.
# $run - the number of the run
# $normal - a count of tickets
# $reduced - a count of tickets
# $amount - with its currency
service-read-ride = Незакрита поїздка в рейсі { $run }: звичайних { $normal }, пільгових { $reduced }, списано { $amount }.
# $order - the number of the order
# $amount - with its currency
service-read-order = Замовлення { $order } чекає: { $amount }.
# $order - the number of the order
# $until - a date
service-read-order-period = Замовлення { $order } чекає: проїзний до { $until }.
# $line - a number
# $stop - a stop
service-read-at-stop = (маршрут { $line }, зупинка { $stop })

## The bus. What the inspector finds. English is compared with the acceptance language. At most 170 characters.

# $card - the name of the card
# $number - its number
# $reason - a sentence without its full stop
inspection-valid = { $card } (номер { $number }): дійсний проїзд, { $reason }.
# $card - the name of the card
# $number - its number
# $reason - a sentence without its full stop
inspection-not-valid = { $card } (номер { $number }): ПРОЇЗД НЕДІЙСНИЙ, { $reason }.
# $normal - a count of tickets
# $reduced - a count of tickets
inspection-tickets = Квитки на цю поїздку: звичайних { $normal }, пільгових { $reduced }.
inspection-by-purse = тут зареєстровано квиток з е-гаманця
inspection-by-period = тут зареєстровано проїзний
inspection-by-free = тут зареєстровано безплатний проїзд
# $until - a date
inspection-period-while-blocked = проїзний до { $until }, а доки валідатори заблоковано, цього досить (DK-11)
# $until - a date
inspection-period-not-registered = проїзний до { $until }, не зареєстрований у цій поїздці (K-12)
inspection-companions-only = тут зареєстровано лише квитки супутників
inspection-got-off = вихід із цієї поїздки зареєстровано
inspection-nothing = тут нічого не зареєстровано
# $status - how the card is: valid, blocked, …
inspection-card-not-usable = картка { $status }
inspection-bus-on-no-run = автобус не в рейсі

## The bus. What was done, in the history. At most 170 characters.

# $card - the name of the card
bus-did-hold = Ви прикладаєте «{ $card }» до валідатора.
# $card - the name of the card
# $other - the name of the other card
bus-did-hold-both = Ви прикладаєте картки «{ $card }» і «{ $other }» разом до валідатора.
# $card - the name of the card
bus-did-pocket = Ви вкладаєте «{ $card }» у бічну кишеню.
bus-did-take = Ви забираєте картку від валідатора.
bus-did-take-out = Ви виймаєте картку з бічної кишені.
# $key - what is on the key
bus-did-press = Ви натискаєте { $key }.
# $key - what is on the key
bus-did-release = Ви відпускаєте { $key }.
# $field - the field of the display
bus-did-touch = Ви торкаєтеся «{ $field }» на дисплеї.
bus-did-touch-nothing = Ви торкаєтеся дисплея поза полями.
bus-did-lift = Ви піднімаєте палець з дисплея.
# $bus - the number of the bus
bus-did-walk-old = Ви підходите до старого валідатора в автобусі { $bus }.
# $bus - the number of the bus
bus-did-walk-new = Ви підходите до нового валідатора в автобусі { $bus }.
bus-did-next-stop = Водій їде до наступної зупинки.
bus-did-end-run = Водій завершує рейс.
bus-did-depart = Водій починає наступний рейс.
bus-did-block = Водій блокує валідатори.
bus-did-unblock = Водій розблоковує валідатори.
bus-did-power-off = Обидва автобуси вимкнено.
bus-did-power-on = Обидва автобуси ввімкнено.
# $card - the name of the card
# $kind - the kind of card
# $amount - with its currency
bus-did-create = Ви отримуєте картку «{ $card }» ({ $kind }), на ній { $amount }.
# $card - the name of the card
# $kind - the kind of card
bus-did-create-without = Ви отримуєте картку «{ $card }» ({ $kind }) без коштів.
# $card - the name of the card
# $new - its new name
bus-did-rename = Ви перейменовуєте «{ $card }» на «{ $new }».
# $card - the name of the card
bus-did-discard = Ви викидаєте «{ $card }».
# $card - the name of the card
bus-did-destroy = Ви пробиваєте отвір у «{ $card }».
# $card - the name of the card
bus-did-lose = Ви губите «{ $card }».
# $card - the name of the card
# $kind - the kind of card
# $amount - with its currency
bus-did-sell = Пункт обслуговування продає «{ $card }» ({ $kind }) з першим поповненням { $amount }.
# $card - the name of the card
# $amount - with its currency
bus-did-load = Пункт обслуговування поповнює «{ $card }» на { $amount }.
# $card - the name of the card
# $fare - normal or reduced
# $from - a date or an amount
# $to - a date
bus-did-sell-period = Пункт обслуговування записує на «{ $card }» проїзний: { $fare }, з { $from } до { $to }.
# $card - the name of the card
# $until - a date
bus-did-entitle-reduced = Пункт обслуговування дає «{ $card }» право на пільговий тариф до { $until }.
# $card - the name of the card
# $until - a date
bus-did-entitle-free = Пункт обслуговування дає «{ $card }» право на безплатний проїзд до { $until }.
# $card - the name of the card
bus-did-set-normal = Пункт обслуговування ставить на «{ $card }» звичайний тариф.
# $card - the name of the card
bus-did-set-reduced = Пункт обслуговування ставить на «{ $card }» пільговий тариф.
# $card - the name of the card
bus-did-set-no-fare = Пункт обслуговування прибирає тариф із «{ $card }».
# $card - the name of the card
# $from - a date or an amount
# $to - a date
bus-did-set-days = Пункт обслуговування робить «{ $card }» дійсною з { $from } до { $to }.
# $card - the name of the card
bus-did-read = Пункт обслуговування зчитує «{ $card }».
# $card - the name of the card
bus-did-fetch = Пункт обслуговування переносить на «{ $card }» замовлення з інтернету.
# $card - the name of the card
bus-did-report-lost = Ви заявляєте в пункті обслуговування про втрату «{ $card }».
# $card - the name of the card
bus-did-report-found = Ви заявляєте в пункті обслуговування, що «{ $card }» знайдено.
# $card - the name of the card
# $amount - with its currency
bus-did-order = Ви замовляєте { $amount } для «{ $card }» в інтернет-крамниці.
# $card - the name of the card
# $fare - normal or reduced
# $days - 30 days, or a list of numbers
# $from - a date or an amount
bus-did-order-period = Ви замовляєте проїзний для «{ $card }» в інтернет-крамниці: { $fare }, { $days } з { $from }.
# $card - the name of the card
bus-did-inspect = Контролер перевіряє «{ $card }».
# $time - date and time
bus-did-set-clock = Дату й час установлено на { $time }.
# $setting - the name of the setting
# $value - as it is written
bus-did-configure = Ви встановлюєте «{ $setting }»: { $value }.
# $tariff - the name of the tariff
bus-did-set-tariff = Відтепер діє тариф «{ $tariff }».
# $fare - normal or reduced
# $price - an amount
bus-did-set-single = Відтепер разовий квиток ({ $fare }) коштує { $price }.
# $class - the number of the load class
# $stops - a number of stops
# $fare - normal or reduced
# $price - an amount
bus-did-set-band = Відтепер у класі поповнення { $class } поїздка до { $stops } зупинок ({ $fare }) коштує { $price }.
# $class - the number of the load class
# $fare - normal or reduced
# $price - an amount
bus-did-set-last-band = Відтепер у класі поповнення { $class } найдовша поїздка ({ $fare }) коштує { $price }.
# $bus - the number of the bus
# $screen - what the screen shows
bus-happened-old = Автобус { $bus }, старий валідатор: { $screen }
# $bus - the number of the bus
# $screen - what the screen shows
bus-happened-new = Автобус { $bus }, новий валідатор: { $screen }

## The bus. What the requirements and decisions mean. At most 170 characters.

clause-k-01 = Валідатор реєструє поїздки, зокрема безплатні, та виходи й показує, що на картці.
clause-k-02 = Дисплей показує дату й час, а в новому типі ще лінію, напрямок і номер зупинки.
clause-k-03 = Повідомлення видно, доки картку тримають там.
clause-k-04 = Старий тип має клавіші N, U і S, новий — поля Звичайний, Пільговий, Перевірка й Поповнення.
clause-k-05 = Після N або U валідатор близько 5 с готовий списати з е-гаманця одну плату.
clause-k-06 = S показує по черзі, що на картці: проїзні, потім е-гаманець; червона лампа й два сигнали.
clause-k-07 = Зареєстровану поїздку підтверджують повідомлення, червона лампа й один сигнал.
clause-k-08 = Якщо поїздку не зареєстровано, видно причину, світиться червона лампа й лунають три сигнали.
clause-k-09 = Забрано зарано: «Перевірте операцію» і три сигнали; натисніть S і прикладіть картку, щоб дізнатися, чи зараховано; якщо ні, повторіть.
clause-k-10 = Водій або картка контролера можуть заблокувати реєстрацію: «ЗАБЛОКОВАНО» і червона лампа.
clause-k-11 = Картки поза системою ігноруються.
clause-k-12 = Реєструйте поїздку при вході: прикладіть картку до позначеного місця.
clause-k-13 = При вході списують ціну разового квитка; зареєструйте вихід — і повернеться те, на скільки поїздка дешевша.
clause-k-14 = Списують звичайну або пільгову плату; безплатний проїзд лише реєструють.
clause-k-15 = Спершу клавіша або поле, потім картка.
clause-k-16 = Іменна картка платить записаний на ній тариф; клавіша не потрібна.
clause-k-17 = Коли право на пільгу закінчилося, без попередження списують звичайну плату.
clause-k-18 = В е-гаманці має бути щонайменше ціна разового квитка.
clause-k-19 = Щонайбільше 5 квитків з однієї зупинки в одному автобусі: свій і чотири для інших.
clause-k-20 = Кожен наступний пасажир потребує ще одного натискання.
clause-k-21 = Спершу діє проїзний, дійсний сьогодні; коли всі закінчилися, без попередження платить е-гаманець.
clause-k-22 = Двічі S або Поповнення: вкладіть картку в бічну кишеню, щоб забрати куплене в інтернеті; один сигнал, при невдачі три.
clause-dk-01 = Дата має вигляд день-місяць-рік; старий тип має два рядки по 16 знаків.
clause-dk-02 = Повідомлення зникає разом із карткою; без картки — через 5 с або з наступною клавішею чи карткою.
clause-dk-03 = Обидва типи вміють те саме; Поповнення — це двічі S.
clause-dk-04 = Картка рахується рівно до 5 с після клавіші; та сама клавіша починає знову, інша міняє вибір, кінець беззвучний.
clause-dk-05 = Наступна картка використовує клавішу, яка завжди означає е-гаманець; картка має бути після клавіші.
clause-dk-06 = Перевірка показує сторінки по 2 с, доки картку тримають: проїзні, е-гаманець, ця поїздка; нічого не записується.
clause-dk-07 = Лампа червона і при успіху, і при невдачі; розрізняють слова й сигнали.
clause-dk-08 = Картку виявлено через 50 мс, змінено через 250 мс, підтверджено через 400 мс; вона завжди цілком до зміни або після неї.
clause-dk-09 = Якщо операцію не підтверджено, та сама картка там же лише бачить її успіх і нічого не платить.
clause-dk-10 = Кожен валідатор має своє блокування: картка контролера перемикає його, водій ставить і знімає; картки можна перевіряти.
clause-dk-11 = Під час блокування проїзний відхиляють, як і інше, але його власник нічого не порушив.
clause-dk-12 = Чужа картка не використовує клавіші; дві картки водночас: DK-39.
clause-dk-13 = Картка без клавіші на дальшій зупинці рейсу — вихід; незакрита поїздка іншого рейсу закінчується, її аванс стає платою.
clause-dk-14 = На зупинці входу картку без клавіші відхиляють; налаштування може дозволити там вихід.
clause-dk-15 = Один вихід закриває всі квитки рейсу, кожен від своєї зупинки; жодна плата не може перевищувати разовий квиток.
clause-dk-16 = Чинне право на безплатний проїзд не потребує грошей; коли воно закінчилося, платять звичайну плату.
clause-dk-17 = Картка, що не каже, який квиток, потребує клавіші.
clause-dk-18 = U списує пільгову плату, хоч би що закінчилося.
clause-dk-19 = Досить рівно ціни цього квитка; е-гаманець ніколи не буває нижче нуля.
clause-dk-20 = Обмеження рахує квитки з цієї зупинки, а також вас, якщо їдете за проїзним чи безплатно.
clause-dk-21 = Проїзний дійсний і першого, й останнього дня; з кількох беруть той, що закінчується найраніше.
clause-dk-22 = Друге S рахується, доки триває час першого.
clause-dk-23 = Бічна кишеня чекає 10 с, перенесення триває 3 с; картка не в тому місці тим часом нічого не робить.
clause-dk-24 = За раз переносять щонайбільше одне поповнення й один проїзний, жодного двічі; якщо картку забрати зарано, нічого не втрачено.
clause-dk-25 = Картки, заявлені як загублені, заблоковані видавцем або прострочені, відхиляють.
clause-dk-26 = За пересадку знижки немає.
clause-dk-27 = Без клавіші картка — для вас; з клавішею квиток ваш, якщо його ще немає і тариф ваш, інакше супутника; п’яту зупинку входу відхиляють.
clause-dk-28 = Там, де зареєстровано вихід, картку без клавіші відхиляють.
clause-dk-29 = Непідтверджена операція лишає на картці позначку; коли її успіх показано, позначку знімають.
clause-dk-30 = Блокування вимикає N, U і кишеню, що чекає, але не S; розпочату картку обслуговують до кінця.
clause-dk-31 = Лампа світиться, доки картку не заберуть і не скінчиться останній сигнал.
clause-dk-32 = Поповнення й проїзні рахують окремо; що не вміщається в е-гаманець, чекає далі; нечитабельну картку ігнорують.
clause-dk-33 = Аванс знищеної чи загубленої картки стає платою за проїзд.
clause-dk-34 = Дату, час і місце дає автобус; без них валідатор не працює й нічого не реєструє.
clause-dk-35 = Торкнутися Перевірки двічі — лише почати її час знову.
clause-dk-36 = Поїздка, що почалася дійсною, такою й закінчується: вихід закривають, хоч термін картки чи день минув.
clause-dk-37 = Після «Sprawdź operację» перевірка спершу показує, чи поїздку зареєстровано.
clause-dk-38 = Картку, що лежала там, коли з’явилося живлення, не прикладали; спершу заберіть її.
clause-dk-39 = Дві картки системи водночас: жодна не змінюється. Чужу картку поруч із нашою ігнорують.

## Until the program of the page runs. At most 44 characters.

boot-loading = Завантаження
boot-reload = Завантажити знову
boot-own-tab = Відкрити в окремій вкладці

## The page does not start. `src/boot/boot.js` finds the cause. At most 300 characters.

boot-static = Сторінка не запустилася. Їй потрібні JavaScript, WebAssembly і з’єднання: завантажте її знову або відкрийте в окремій вкладці.
boot-browsers = Chrome 108, Firefox 121 або Safari 16.4 чи новішу версію
boot-old = Цей браузер застарий для сторінки. Використайте { $browsers }.
boot-wasm = Цей браузер не виконує WebAssembly, який потрібен сторінці. Дозвольте його для цього сайту (Safari: вимкніть для нього режим ізоляції) або використайте { $browsers }.
boot-policy = Сайт, що показує цю сторінку, не дозволяє їй працювати: у його політиці безпеки вмісту немає wasm-unsafe-eval або вона блокує скрипти. Відкрийте сторінку в окремій вкладці або зверніться до адміністратора сайту.
boot-frame = Рамка навколо сторінки її блокує (sandbox без allow-same-origin). Відкрийте сторінку в окремій вкладці.
boot-file = Відкрита з папки, сторінка не може завантажити свою програму. Розмістіть папку на вебсервері або скористайтеся версією в одному файлі.
boot-memory = Браузеру бракує пам’яті для цієї сторінки. Закрийте інші вкладки чи програми й завантажте сторінку знову.
boot-damaged = Програма сторінки надійшла пошкодженою, або браузер для неї застарий. Завантажте сторінку знову; якщо не допоможе, використайте { $browsers }. ({ $detail })
boot-part = Частина сторінки не надійшла. Перевірте з’єднання й завантажте сторінку знову. ({ $detail })
boot-stuck = Уже десять секунд нічого не надходить. Перевірте з’єднання. Сторінка продовжить сама, коли надійдуть дані.
boot-other = Сторінка не запустилася. Завантажте її знову; якщо не допоможе, скористайтеся іншим браузером. ({ $detail })
