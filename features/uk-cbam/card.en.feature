# language: en
Feature: Carbon border adjustment mechanism of the United Kingdom
  What the tax comes to on lines of imported goods from 2027, whether the importer has to register, and which figure is
  missing where no amount can be told.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                        |
      | id              | uk-cbam                                                                                                                                                      |
      | version         | 3.0.0                                                                                                                                                        |
      | supersedes      | 2.0.0                                                                                                                                                        |
      | title           | Carbon border adjustment mechanism of the United Kingdom                                                                                                     |
      | subject         | importer                                                                                                                                                     |
      | attestation     | self-assessment                                                                                                                                              |
      | time zone       | Europe/London                                                                                                                                                |
      | effective from  | 2026-11-23                                                                                                                                                   |
      | rounding        | half-even, 2 decimals                                                                                                                                        |
      | not applicable  | refuse                                                                                                                                                       |
      | does not assess | papers behind what is declared: customs declarations, auction results of the quarter, verified emissions, receipts of prices paid abroad, return and payment |
      | does not assess | to which heading a good belongs; its sector is taken as entered                                                                                              |
      | does not assess | baseline free allocation of sectors other than hydrogen, unless it is entered with its source                                                                |
      | does not assess | which yearly factors come after 2030, which was not found; three assumptions are told                                                                        |
      | does not assess | regulations on relief, of which the amount is entered                                                                                                        |
      | does not assess | the tax that is owed: it is an estimate for whoever prepares                                                                                                 |
    And these bases
      | basis    | instrument       | clause              | certainty   | note                                                                                                                                                                                                 |
      | goods    | Finance Act 2026 | section 143(3)      | confirmed   | Aluminium, cement, fertilisers, hydrogen, iron and steel.                                                                                                                                            |
      | charge   | Finance Act 2026 | section 149(1), (2) | confirmed   | Tonnes embodied times the price of the sector in the quarter of the liability.                                                                                                                       |
      | price    | Finance Act 2026 | section 149(3)      | confirmed   | Mean auction price of the quarter before, less baseline free allocation times the yearly factor.                                                                                                     |
      | factors  | Finance Act 2026 | section 149(4)      | secondary   | 0.975, 0.95, 0.9 and 0.775 for 2027 to 2030, as reported of draft regulations.                                                                                                                       |
      | hydrogen | Finance Act 2026 | section 149(3)      | secondary   | 86.49 % was computed by a public repository from registry data; its own figures give 86.50 %.                                                                                                        |
      | start    | Finance Act 2026 | Part 5              | secondary   | From 2027-01-01, as reported; the Act itself was read in part.                                                                                                                                       |
      | register | Finance Act 2026 | Part 5              | secondary   | 50,000 GBP in any rolling twelve months, or expected in the next thirty days.                                                                                                                        |
      | indirect | Finance Act 2026 | Part 5              | secondary   | Indirect emissions are out until 2029 at the earliest; from then on no act was found.                                                                                                                |
      | relief   | Finance Act 2026 | Part 5              | secondary   | A carbon price paid abroad, and goods exempt in part, such as a precursor made in the United Kingdom.                                                                                                |
      | return   | Finance Act 2026 | Part 5              | secondary   | First return and payment, for 2027, by 2028-05-31.                                                                                                                                                   |
      | entered  | uk-cbam          | -                   | own reading | A baseline that is entered stands before ours; after relief the tax is never below zero; no paper is named for single facts.                                                                         |
      | ahead    | uk-cbam          | -                   | own reading | A line that is still to come is priced like any other, for whoever plans.                                                                                                                            |
      | pooled   | uk-cbam          | -                   | own reading | Whether relief is taken off each line, so that what is left of it is lost, or off all lines together, is a setting without default.                                                                  |
      | later    | uk-cbam          | -                   | own reading | After 2030 no factor was found. Three assumptions: that of 2030 stays; that of the EU one year later (0.515, 0.39, 0.265, 0.14, then 0), as up to 2030; none. Without a choice the charge is a span. |
    And these settings
      | setting      | label                    | one of         | meaning                                                                                      |
      | relief_over  | what relief is taken off | line, all      | whether a price paid abroad lowers the charge of its own line alone, or of all lines         |
      | later_factor | factor after 2030        | same, eu, none | an assumption, for no factor was found: that of 2030, that of the EU one year later, or none |
    And these facts
      | fact            | label                                       | type                  | unit | at least | may lie ahead | given |
      | value_12_months | value of such goods in twelve months        | number                | GBP  | 0        |               | yes   |
      | value_30_days   | value of such goods expected in thirty days | number                | GBP  | 0        |               | yes   |
      | registered      | registered for the tax                      | flag                  |      |          |               |       |
      | returned        | return and payment for 2027 are made        | flag                  |      |          |               |       |
      | returned_on     | day of return and payment                   | date                  |      |          | yes           |       |
      | lines           | imported goods                              | list of imported line |      |          |               |       |
    And each line has
      | field            | label                                 | type   | unit      | one of                                                            | at least | at most | may lie ahead |
      | record           |                                       | text   |           |                                                                   |          |         |               |
      | sector           | sector of the good                    | choice |           | aluminium, cement, fertilisers, hydrogen, iron_and_steel, another |          |         |               |
      | liable_on        | day of the liability                  | date   |           |                                                                   |          |         | yes           |
      | mass             | mass of the good                      | number | t         |                                                                   | 0        |         |               |
      | exempt           | mass that is exempt                   | number | t         |                                                                   | 0        |         |               |
      | intensity        | direct emissions of the good          | number | tCO2e/t   |                                                                   | 0        |         |               |
      | auction          | auction price of the quarter before   | number | GBP/tCO2e |                                                                   | 0        |         |               |
      | baseline_known   | a baseline is entered with its source | flag   |           |                                                                   |          |         |               |
      | baseline_entered | baseline entered                      | number | %         |                                                                   | 0        | 100     |               |
      | paid_abroad      | carbon price paid abroad              | number | GBP       |                                                                   | 0        |         |               |
    And line is called imported line
    And no two imported goods share a record
    And the choices of sector of the good
      | value          | words          |
      | aluminium      | aluminium      |
      | cement         | cement         |
      | fertilisers    | fertilisers    |
      | hydrogen       | hydrogen       |
      | iron_and_steel | iron and steel |
      | another        | another sector |
    And this reference case
      | fact                                        | value      |
      | value of such goods in twelve months        | 50000 GBP  |
      | value of such goods expected in thirty days | 0 GBP      |
      | registered for the tax                      | yes        |
      | return and payment for 2027 are made        | yes        |
      | day of return and payment                   | 2028-05-31 |
    And in the reference case imported goods are
      | record | sector of the good | day of the liability | mass of the good | mass that is exempt | direct emissions of the good | auction price of the quarter before | a baseline is entered with its source | baseline entered | carbon price paid abroad |
      | H1     | hydrogen           | 2027-06-30           | 100 t            | 0 t                 | 9 tCO2e/t                    | 50 GBP/tCO2e                        | no                                    | 0 %              | 0 GBP                    |

  Rule: A hundred tonnes of hydrogen

    Scenario: in 2027
      When evaluated as of 2026-12-01
      Then the quantity total charge is 7052.5125 GBP
      And the conclusion is scored
