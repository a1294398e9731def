// @ts-check
// The messages of a page that does not start; boot.js fetches them only then. `{0}` is a detail, in the browser's words.
{
  /** @type {Record<Language, string>} */
  const BROWSERS = {
    en: 'Chrome 108, Firefox 121 or Safari 16.4, or a later version',
    nb: 'Chrome 108, Firefox 121 eller Safari 16.4, eller en nyere versjon',
    pl: 'Chrome 108, Firefox 121 lub Safari 16.4 albo nowszej wersji',
    de: 'Chrome 108, Firefox 121 oder Safari 16.4 oder eine neuere Version',
    uk: 'Chrome 108, Firefox 121 або Safari 16.4 чи новішу версію',
  };
  /** @type {Record<Language, Record<Cause | 'reload' | 'tab', string>>} */
  const TEXTS = {
    en: {
      reload: 'Reload',
      tab: 'Open in a tab of its own',
      old: 'This browser is too old for this page. Use {browsers}.',
      wasm: 'This browser does not run WebAssembly, which this page needs. Allow it for this site (Safari: switch Lockdown Mode off for the site), or use {browsers}.',
      policy:
        'The site that shows this page does not allow it to run: its content security policy lacks wasm-unsafe-eval or blocks the page’s scripts. Open the page in a tab of its own, or ask the administrator of the site.',
      frame:
        'The frame around this page blocks it (a sandbox without allow-same-origin). Open the page in a tab of its own.',
      file: 'Opened from a folder, this page cannot load its program. Put the folder on a web server, or use the version in a single file.',
      memory: 'The browser has no memory left for this page. Close other tabs or programs, then reload the page.',
      damaged:
        'The program of this page arrived damaged, or this browser is too old for it. Reload the page; if that does not help, use {browsers}. ({0})',
      part: 'A part of this page did not arrive. Check the connection, then reload the page. ({0})',
      stuck:
        'Nothing has arrived for ten seconds. Check the connection. The page continues by itself when data arrive.',
      other: 'This page did not start. Reload it; if that does not help, use another browser. ({0})',
    },
    nb: {
      reload: 'Last inn på nytt',
      tab: 'Åpne i en egen fane',
      old: 'Denne nettleseren er for gammel for siden. Bruk {browsers}.',
      wasm: 'Denne nettleseren kjører ikke WebAssembly, som siden trenger. Tillat det for dette nettstedet (Safari: slå av låst modus for nettstedet), eller bruk {browsers}.',
      policy:
        'Nettstedet som viser siden, lar den ikke kjøre: innholdspolicyen (CSP) mangler wasm-unsafe-eval eller stopper skriptene. Åpne siden i en egen fane, eller spør den som driver nettstedet.',
      frame: 'Rammen rundt siden stopper den (sandbox uten allow-same-origin). Åpne siden i en egen fane.',
      file: 'Siden kan ikke hente programmet sitt når den åpnes fra en mappe. Legg mappen på en webserver, eller bruk utgaven i én fil.',
      memory: 'Nettleseren har ikke mer minne til siden. Lukk andre faner eller programmer, og last inn siden på nytt.',
      damaged:
        'Programmet kom skadet fram, eller nettleseren er for gammel for det. Last inn siden på nytt; hjelper ikke det, bruk {browsers}. ({0})',
      part: 'En del av siden kom ikke fram. Sjekk forbindelsen, og last inn siden på nytt. ({0})',
      stuck: 'Ingenting har kommet på ti sekunder. Sjekk forbindelsen. Siden fortsetter av seg selv når data kommer.',
      other: 'Siden startet ikke. Last den inn på nytt; hjelper ikke det, bruk en annen nettleser. ({0})',
    },
    pl: {
      reload: 'Wczytaj ponownie',
      tab: 'Otwórz w osobnej karcie',
      old: 'Ta przeglądarka jest za stara dla tej strony. Użyj przeglądarki {browsers}.',
      wasm: 'Ta przeglądarka nie uruchamia WebAssembly, którego strona potrzebuje. Zezwól na to dla tej witryny (Safari: wyłącz dla niej tryb blokady) albo użyj przeglądarki {browsers}.',
      policy:
        'Witryna, która pokazuje tę stronę, nie pozwala jej działać: jej polityka bezpieczeństwa treści nie zawiera wasm-unsafe-eval albo blokuje skrypty. Otwórz stronę w osobnej karcie albo zwróć się do administratora witryny.',
      frame: 'Ramka wokół tej strony ją blokuje (sandbox bez allow-same-origin). Otwórz stronę w osobnej karcie.',
      file: 'Strona otwarta z folderu nie może wczytać swojego programu. Umieść folder na serwerze WWW albo użyj wersji w jednym pliku.',
      memory:
        'Przeglądarka nie ma już pamięci dla tej strony. Zamknij inne karty lub programy, a potem wczytaj stronę ponownie.',
      damaged:
        'Program strony dotarł uszkodzony albo przeglądarka jest dla niego za stara. Wczytaj stronę ponownie; jeśli to nie pomoże, użyj przeglądarki {browsers}. ({0})',
      part: 'Część strony nie dotarła. Sprawdź połączenie, a potem wczytaj stronę ponownie. ({0})',
      stuck: 'Od dziesięciu sekund nic nie dotarło. Sprawdź połączenie. Strona ruszy sama, gdy nadejdą dane.',
      other: 'Strona nie uruchomiła się. Wczytaj ją ponownie; jeśli to nie pomoże, użyj innej przeglądarki. ({0})',
    },
    de: {
      reload: 'Neu laden',
      tab: 'In eigenem Tab öffnen',
      old: 'Dieser Browser ist zu alt für die Seite. Nehmen Sie {browsers}.',
      wasm: 'Dieser Browser führt kein WebAssembly aus, das die Seite braucht. Erlauben Sie es für diese Website (Safari: Blockierungsmodus für die Website ausschalten), oder nehmen Sie {browsers}.',
      policy:
        'Die Website, die diese Seite zeigt, lässt sie nicht laufen: In ihrer Content Security Policy fehlt wasm-unsafe-eval, oder sie sperrt die Skripte. Öffnen Sie die Seite in einem eigenen Tab, oder wenden Sie sich an die Verwaltung der Website.',
      frame:
        'Der Rahmen um diese Seite sperrt sie (sandbox ohne allow-same-origin). Öffnen Sie die Seite in einem eigenen Tab.',
      file: 'Aus einem Ordner geöffnet, kann die Seite ihr Programm nicht laden. Legen Sie den Ordner auf einen Webserver, oder nehmen Sie die Ausgabe in einer Datei.',
      memory:
        'Der Browser hat keinen Speicher mehr für diese Seite. Schließen Sie andere Tabs oder Programme und laden Sie die Seite neu.',
      damaged:
        'Das Programm der Seite kam beschädigt an, oder der Browser ist zu alt dafür. Laden Sie die Seite neu; hilft das nicht, nehmen Sie {browsers}. ({0})',
      part: 'Ein Teil der Seite ist nicht angekommen. Prüfen Sie die Verbindung und laden Sie die Seite neu. ({0})',
      stuck:
        'Seit zehn Sekunden ist nichts angekommen. Prüfen Sie die Verbindung. Die Seite macht von selbst weiter, wenn Daten kommen.',
      other:
        'Die Seite ist nicht gestartet. Laden Sie sie neu; hilft das nicht, nehmen Sie einen anderen Browser. ({0})',
    },
    uk: {
      reload: 'Завантажити знову',
      tab: 'Відкрити в окремій вкладці',
      old: 'Цей браузер застарий для сторінки. Використайте {browsers}.',
      wasm: 'Цей браузер не виконує WebAssembly, який потрібен сторінці. Дозвольте його для цього сайту (Safari: вимкніть для нього режим ізоляції) або використайте {browsers}.',
      policy:
        'Сайт, що показує цю сторінку, не дозволяє їй працювати: у його політиці безпеки вмісту немає wasm-unsafe-eval або вона блокує скрипти. Відкрийте сторінку в окремій вкладці або зверніться до адміністратора сайту.',
      frame: 'Рамка навколо сторінки її блокує (sandbox без allow-same-origin). Відкрийте сторінку в окремій вкладці.',
      file: 'Відкрита з папки, сторінка не може завантажити свою програму. Розмістіть папку на вебсервері або скористайтеся версією в одному файлі.',
      memory:
        'Браузеру бракує пам’яті для цієї сторінки. Закрийте інші вкладки чи програми й завантажте сторінку знову.',
      damaged:
        'Програма сторінки надійшла пошкодженою, або браузер для неї застарий. Завантажте сторінку знову; якщо не допоможе, використайте {browsers}. ({0})',
      part: 'Частина сторінки не надійшла. Перевірте з’єднання й завантажте сторінку знову. ({0})',
      stuck:
        'Уже десять секунд нічого не надходить. Перевірте з’єднання. Сторінка продовжить сама, коли надійдуть дані.',
      other: 'Сторінка не запустилася. Завантажте її знову; якщо не допоможе, скористайтеся іншим браузером. ({0})',
    },
  };

  /** The elements of the message for a cause. */
  window.boot.messages = (lang, cause, detail) => {
    const texts = TEXTS[lang];
    const text = texts[cause].replace('{browsers}', BROWSERS[lang]).replace(' ({0})', () => detail && ` (${detail})`);
    const line = document.createElement('p');
    line.textContent = text;
    const isFramed = window.parent !== window;
    const needsOthers = cause === 'file' || cause === 'old' || (!isFramed && (cause === 'policy' || cause === 'frame'));
    if (needsOthers) return [line];
    if (isFramed && cause !== 'stuck') {
      const link = document.createElement('a');
      link.className = 'button';
      link.href = location.href;
      link.target = '_blank';
      link.rel = 'noopener';
      link.textContent = texts.tab;
      // A sandbox may block new tabs: the address can be copied.
      const address = document.createElement('small');
      address.textContent = location.href;
      return [line, link, address];
    }
    const button = document.createElement('button');
    button.className = 'button';
    button.type = 'button';
    button.textContent = texts.reload;
    button.onclick = () => location.reload();
    return [line, button];
  };
}
