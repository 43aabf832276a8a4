# language: en
Feature: Carbon border adjustment mechanism of the United Kingdom
  The tax on lines of imported goods from 2027, whether the importer has to register, and which value is
  missing where no amount can be computed.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                   |
      | id              | uk-cbam                                                                                                                                                                 |
      | version         | 1.0.0                                                                                                                                                                   |
      | title           | Carbon border adjustment mechanism of the United Kingdom                                                                                                                |
      | subject         | importer                                                                                                                                                                |
      | attestation     | self-assessment                                                                                                                                                         |
      | time zone       | Europe/London                                                                                                                                                           |
      | effective from  | 2026-11-23                                                                                                                                                              |
      | rounding        | half-even, 2 decimals                                                                                                                                                   |
      | not applicable  | refuse                                                                                                                                                                  |
      | does not assess | documents that support the declared facts: customs declarations, auction results of the quarter, verified emissions, receipts of prices paid abroad, return and payment |
      | does not assess | the heading to which a good belongs; the scorecard uses the sector entered                                                                                              |
      | does not assess | baseline free allocation of sectors other than hydrogen, unless it is entered with its source                                                                           |
      | does not assess | the yearly factors after 2030, because none were found; the scorecard offers three assumptions                                                                          |
      | does not assess | regulations on relief; the amount of relief is entered by the user                                                                                                      |
      | does not assess | the tax that is owed; the result is an estimate for preparation                                                                                                         |
    And these bases
      | basis    | instrument       | clause              | certainty   | note                                                                                                                                                                                                                                                                                                                                                                              |
      | goods    | Finance Act 2026 | section 143(3)      | confirmed   | The tax applies to five groups of imported goods: aluminium, cement, fertilisers, hydrogen, and iron and steel. Goods of other sectors are not charged.                                                                                                                                                                                                                           |
      | charge   | Finance Act 2026 | section 149(1), (2) | confirmed   | The charge on an imported good is its embodied emissions in tonnes CO2e, multiplied by a price per tonne. This price is set for the sector of the good and for the quarter in which the tax liability arises.                                                                                                                                                                     |
      | price    | Finance Act 2026 | section 149(3)      | confirmed   | Each sector has its own price per tonne CO2e. It is the mean auction price of emission allowances in the previous quarter, reduced for free allocation (free allowances of the sector). The reduction is the baseline free allocation of the sector multiplied by a yearly factor. If this baseline was not found, the price is undetermined.                                     |
      | factors  | Finance Act 2026 | section 149(4)      | secondary   | Free allocation (free allowances of the sector) reduces the price per tonne CO2e of a sector. The mean auction price is multiplied by 100 % minus a reduction. The reduction is the baseline free allocation of the sector multiplied by a yearly factor. As reported, draft regulations set the yearly factor at 0.975 for 2027, 0.95 for 2028, 0.9 for 2029 and 0.775 for 2030. |
      | hydrogen | Finance Act 2026 | section 149(3)      | secondary   | For hydrogen, the price per tonne CO2e is calculated with a baseline free allocation (free allowances of the sector) of 86.49 %. A public repository states this value, computed from registry data. A recalculation from the repository's own data results in 86.50 %; we use 86.49 %.                                                                                           |
      | start    | Finance Act 2026 | Part 5              | secondary   | Imports before 2027-01-01 are not charged, and registration is not required before that date. This start of the tax is reported; only part of the Act was read.                                                                                                                                                                                                                   |
      | register | Finance Act 2026 | Part 5              | secondary   | An importer must register if covered goods are worth at least 50,000 GBP in any rolling twelve months. The same applies if that value is expected in the next thirty days. Reported by secondary sources.                                                                                                                                                                         |
      | indirect | Finance Act 2026 | Part 5              | secondary   | The charge covers direct emissions only; indirect emissions are excluded until 2029 at the earliest. Reported by secondary sources. No act was found for the time after that, so from 2029 a finding states that indirect emissions may be added.                                                                                                                                 |
      | relief   | Finance Act 2026 | Part 5              | secondary   | A carbon price already paid abroad is deducted from the charge. Goods that are exempt in part, such as a precursor manufactured in the United Kingdom, are charged only for the rest. Reported by secondary sources.                                                                                                                                                              |
      | return   | Finance Act 2026 | Part 5              | secondary   | An importer who must register files the first return and pays the tax, both for 2027, by 2028-05-31. Reported by secondary sources.                                                                                                                                                                                                                                               |
      | entered  | uk-cbam          | -                   | own reading | The importer may enter the free allowances of the sector (baseline free allocation) together with their source. The entered value then replaces the value in this scorecard. After deduction of a carbon price paid abroad, the charge on an imported good is never below zero. The sources name no documents as evidence, so we accept the declaration of the importer.          |
      | ahead    | uk-cbam          | -                   | own reading | An import whose liability date is still in the future is charged like any other import. We do this so that users can plan ahead.                                                                                                                                                                                                                                                  |
      | pooled   | uk-cbam          | -                   | own reading | A carbon price paid abroad is deducted from the charge as relief. The sources do not settle the extent of the relief. It may reduce only the charge on the good concerned, with any excess lost, or the charge on all goods together. The setting “scope of the relief” selects the interpretation; without a selection the charge is a range.                                    |
      | later    | uk-cbam          | -                   | own reading | No yearly factor for free allocation after 2030 was found. The setting “factor after 2030” offers three assumptions: 0.775 as in 2030, the EU factor of the year before, or zero. The EU assumption results in 0.515 for 2031, 0.39 for 2032, 0.265 for 2033, 0.14 for 2034 and 0 from 2035. Without a selection the charge is a range.                                           |
    And these settings
      | setting      | label               | one of         | meaning                                                                                                                     |
      | relief_over  | scope of the relief | line, all      | Whether a carbon price paid abroad reduces only the charge of its own line (line) or the charge of all lines together (all) |
      | later_factor | factor after 2030   | same, eu, none | The assumption for the factor after 2030, because none was found: the factor of 2030, the EU factor one year later, or none |
    And these facts
      | fact            | label                                                   | type                  | unit | at least | may lie ahead | given |
      | value_12_months | value of covered goods in twelve months                 | number                | GBP  | 0        |               | yes   |
      | value_30_days   | value of covered goods expected in the next thirty days | number                | GBP  | 0        |               | yes   |
      | registered      | registered for the tax                                  | flag                  |      |          |               |       |
      | returned        | return and payment for 2027 completed                   | flag                  |      |          |               |       |
      | returned_on     | date of return and payment                              | date                  |      |          | yes           |       |
      | lines           | imported goods                                          | list of imported line |      |          |               |       |
    And each line has
      | field            | label                                      | type   | unit      | one of                                                            | at least | at most | may lie ahead |
      | record           |                                            | text   |           |                                                                   |          |         |               |
      | sector           | sector of the good                         | choice |           | aluminium, cement, fertilisers, hydrogen, iron_and_steel, another |          |         |               |
      | liable_on        | date of the liability                      | date   |           |                                                                   |          |         | yes           |
      | mass             | mass of the good                           | number | t         |                                                                   | 0        |         |               |
      | exempt           | exempt mass                                | number | t         |                                                                   | 0        |         |               |
      | intensity        | direct emissions per tonne of the good     | number | tCO2e/t   |                                                                   | 0        |         |               |
      | auction          | mean auction price of the previous quarter | number | GBP/tCO2e |                                                                   | 0        |         |               |
      | baseline_known   | baseline entered together with its source  | flag   |           |                                                                   |          |         |               |
      | baseline_entered | value of the entered baseline              | number | %         |                                                                   | 0        | 100     |               |
      | paid_abroad      | carbon price paid abroad                   | number | GBP       |                                                                   | 0        |         |               |
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
      | fact                                                    | value      |
      | value of covered goods in twelve months                 | 50000 GBP  |
      | value of covered goods expected in the next thirty days | 0 GBP      |
      | registered for the tax                                  | yes        |
      | return and payment for 2027 completed                   | yes        |
      | date of return and payment                              | 2028-05-31 |
    And in the reference case imported goods are
      | record | sector of the good | date of the liability | mass of the good | exempt mass | direct emissions per tonne of the good | mean auction price of the previous quarter | baseline entered together with its source | value of the entered baseline | carbon price paid abroad |
      | H1     | hydrogen           | 2027-06-30            | 100 t            | 0 t         | 9 tCO2e/t                              | 50 GBP/tCO2e                               | no                                        | 0 %                           | 0 GBP                    |

  Rule: A hundred tonnes of hydrogen

    Scenario: the charge in 2027
      When evaluated as of 2026-12-01
      Then the quantity total charge is 7052.5125 GBP
      And the conclusion is scored
