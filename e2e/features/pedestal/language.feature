Feature: The language of the display

  English unless it is set otherwise.

  Background:
    Given a marina with an empty wallet
    And a card "Blue" with 100 kr
    And a card "Red" with 50 kr

  @P-06 @P-09 @P-13 @P-16 @P-22 @DP-03
  Scenario Outline: A whole session speaks the chosen language
    Given the setting ui.device_lang is <language>
    Then the display shows "<welcome>"
    And the display shows "<insert>"
    When I put card "Blue" in the holder
    Then the display shows "<choose>"
    And the display shows "<press>"
    When I press socket 2
    Then the display shows "<socket> 2"
    And the display shows "<pedestal>"
    And the display shows "<card>"
    And the display shows "<energy>"
    When I press socket 2, 3 times
    Then the display shows "<load>"
    When 3 s pass
    Then the display shows "<updating>"
    And the display shows "<warning>"
    When 5 s pass
    Then the display shows "<remove>"
    And the display shows "<done>"
    When I take the card out
    And I press socket 2
    Then the display shows "<credit>"

    Examples:
      | language | welcome   | insert           | choose          | press                 | socket  | pedestal         | card            | energy            | load              | updating     | warning             | remove       | done                 | credit           |
      | en       | WELCOME   | Insert your card | CHOOSE SOCKET   | Round button 1 to 4   | SOCKET  | Pedestal 0.00 kr | Card 100.00 kr  | Energy 0.000 kWh  | Load +30.00 kr    | UPDATING     | Do not remove card! | REMOVE CARD  | Update complete      | Credit 30.00 kr  |
      | nb       | VELKOMMEN | Sett inn kortet  | VELG KONTAKT    | Rund knapp 1 til 4    | KONTAKT | Søyle 0,00 kr    | Kort 100,00 kr  | Strøm 0,000 kWh   | Lades +30,00 kr   | OPPDATERER   | Ikke ta ut kortet!  | TA UT KORTET | Oppdatering fullført | Kreditt 30,00 kr |
      | pl       | WITAMY    | Włóż kartę       | WYBIERZ GNIAZDO | Okrągły przycisk 1-4  | GNIAZDO | Słupek 0,00 kr   | Karta 100,00 kr | Energia 0,000 kWh | Doładuj +30,00 kr | AKTUALIZACJA | Nie wyjmuj karty!   | WYJMIJ KARTĘ | Zakończono           | Środki 30,00 kr  |

  @P-11 @P-19 @P-20 @DP-03 @DP-16
  Scenario Outline: Notices and warnings speak the chosen language
    Given the setting ui.device_lang is <language>
    And card "Red" has loaded 10 kr onto socket 3
    When I put card "Blue" in the holder
    And I press socket 3
    Then the display shows "<busy>"
    And the display shows "<another>"
    When I press socket 2
    And I press socket 2
    And I press Enter
    And 2500 ms pass
    And I take the card out
    Then the display shows "<interrupted>"
    And the display shows "<back>"
    And the display shows "<within> 60 s"
    When I put card "Red" in the holder
    Then the display shows "<wrong>"
    And the display shows "<same>"
    When I take the card out
    And 60001 ms pass
    And I put card "Blue" in the holder
    Then the display shows "<invalid>"
    And the display shows "<why>"
    And the display shows "<desk>"

    Examples:
      | language | busy             | another               | interrupted | back                | within  | wrong     | same                 | invalid        | why                   | desk                 |
      | nb       | NR 3 ER I BRUK   | Velg en annen kontakt | AVBRUTT     | Sett kortet tilbake | innen   | FEIL KORT | Bruk samme kort      | UGYLDIG KORT   | Ikke ferdig oppdatert | Gå til Servicetorvet |
      | pl       | GNIAZDO 3 ZAJĘTE | Wybierz inne gniazdo  | PRZERWANO   | Włóż kartę ponownie | w ciągu | ZŁA KARTA | Użyj tej samej karty | KARTA NIEWAŻNA | Operacja przerwana    | Idź do biura obsługi |

  @DP-03
  Scenario: The language changes on the spot and with it the decimal mark
    Given card "Blue" has loaded 30 kr onto socket 2
    When I put card "Blue" in the holder
    And I press socket 2
    Then the display shows "Pedestal 30.00 kr"
    When the setting ui.device_lang is nb
    Then the screen is OutletStatus
    And the display shows "Søyle 30,00 kr"
    And the display does not show "Pedestal 30.00 kr"
