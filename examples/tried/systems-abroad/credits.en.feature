# language: en
Feature: Credits

  Background:
    Given the scorecard systems-abroad
    And these facts
      | fact  | label   | type           |
      | units | credits | list of credit |
    And each unit has
      | field     | label                          | type   | unit  | one of                                                   | at least | may lie ahead | counts in some cases only |
      | serial    |                                | text   |       |                                                          |          |               |                           |
      | programme |                                | choice |       | acr, art, gold_standard, vcs, gcc, other                 |          |               |                           |
      | method    |                                | choice |       | grid_power, cookstoves, forest, other_method             |          |               |                           |
      | host      |                                | choice |       | bhutan, chile, ghana, peru, thailand, malawi, other_host |          |               |                           |
      | first_day | first crediting period from    | date   |       |                                                          |          | yes           |                           |
      | reduced   | reduced on                     | date   |       |                                                          |          | yes           |                           |
      | letter    | authorised                     | flag   |       |                                                          |          |               | yes                       |
      | adjusted  | adjustment shown               | flag   |       |                                                          |          |               | yes                       |
      | accounted | accounting represented         | flag   |       |                                                          |          |               | yes                       |
      | insured   |                                | flag   |       |                                                          |          |               | yes                       |
      | eligible  | programme eligible at issuance | flag   |       |                                                          |          |               |                           |
      | approved  | category approved              | flag   |       |                                                          |          |               |                           |
      | removed   | removal                        | flag   |       |                                                          |          |               |                           |
      | tonnes    | tonnes of the unit             | number | tCO2e |                                                          | 0        |               |                           |
    And unit is called credit
    And no two credits share a serial
    And in the reference case credits are
      | serial | programme     | method     | host     | first crediting period from | reduced on | authorised | adjustment shown | accounting represented | insured | programme eligible at issuance | category approved | removal | tonnes of the unit |
      | V-1    | vcs           | forest     | thailand | 2018-01-01                  | 2022-06-30 | yes        | no               | yes                    | yes     | yes                            | yes               | no      | 7000 tCO2e         |
      | V-2    | vcs           | forest     | peru     | 2015-12-31                  | 2020-06-30 | yes        | yes              | no                     | no      | yes                            | no                | no      | 2000 tCO2e         |
      | G-1    | gold_standard | cookstoves | ghana    | 2019-01-01                  | 2023-06-30 | yes        | no               | yes                    | no      | no                             | yes               | yes     | 3000 tCO2e         |

  Rule: Two keys, and the first phase of aviation
    Background:
      Given the quantity credits with the label (labelled), in tCO2e, the sum of tonnes of the unit over credits, on basis icvcm
        | where                                                           |
        | programme eligible at issuance is yes; category approved is yes |
      And the quantity credits for aviation (aviation), in tCO2e, the sum of tonnes of the unit over credits, on basis corsia
        | where                                                                                                                                                                                                                             |
        | programme is one of acr, art, gold_standard, vcs; first crediting period from is from 2016-01-01; reduced on is from 2021-01-01; reduced on is until 2026-12-31; authorised is yes; adjustment shown is yes                       |
        | programme is one of acr, art, gold_standard, vcs; first crediting period from is from 2016-01-01; reduced on is from 2021-01-01; reduced on is until 2026-12-31; authorised is yes; accounting represented is yes; insured is yes |
      And these results
        | result   | label          | is                     | rounded to | basis  |
        | labelled | With the label | credits with the label | 0 decimals | icvcm  |
        | aviation | For aviation   | credits for aviation   | 0 decimals | corsia |

    Scenario: a unit may have one and not the other
      When evaluated as of 2026-11-20
      Then the quantity credits with the label is 7000 tCO2e
      And the quantity credits for aviation is 7000 tCO2e

  Rule: Credits instead of tax, five percent of it
    Background:
      Given these facts
        | fact    | label             | type   | unit  | at least |
        | taxable | taxable emissions | number | tCO2e | 0        |
        | taxed   | tax year          | period |       |          |
      And for each credit the quantity agreement with the host (agreed), by host, the as-of date, on basis sg
        | host                                        | the as-of date  | is |
        | one of bhutan, chile, ghana, peru, thailand | from 2025-11-20 | 1  |
        | otherwise                                   | otherwise       | 0  |
      And the quantity credits that qualify (qualify), in tCO2e, the sum of tonnes of the unit over credits, on basis sg
        | where                                                                                                                                                                                           |
        | agreement with the host is 1; method is not grid_power; programme is one of gold_standard, vcs, gcc, acr, art; authorised is yes; reduced on is from 2021-01-01; reduced on is until 2030-12-31 |
      And the quantity credits used (used_credits), in tCO2e, on basis sg
        | is                                                                       |
        | round(min(credits that qualify, 5 % * taxable emissions), 1 tCO2e, down) |
      And the quantity tax of a tonne (tax), in SGD/tCO2e, in force on every day of tax year, on basis sg
        | from       | is           |
        | earlier    | undetermined |
        | 2019-01-01 | 5            |
        | 2024-01-01 | 25           |
        | 2026-01-01 | 45           |
        | 2028-01-01 | undetermined |
      And the quantity tax due (tax_due), in SGD, on basis sg
        | is                                                  |
        | (taxable emissions - credits used) * tax of a tonne |
      And these results
        | result  | label   | is      | rounded to | basis |
        | tax_due | Tax due | tax due | 2 decimals | sg    |
      And this reference case
        | fact              | value                    |
        | taxable emissions | 200000 tCO2e             |
        | tax year          | 2026-01-01 to 2026-12-31 |

    Scenario: ten thousand tonnes instead of the tax on them
      When evaluated as of 2026-11-20
      Then the quantity credits used is 10000 tCO2e
      And the quantity tax due is 8550000 SGD

    Scenario: what 2028 asks is not fixed
      Given tax year is 2028-01-01 to 2028-12-31
      When evaluated as of 2026-11-20
      Then the rules leave the quantity tax of a tonne undetermined

  Rule: A limit that was not found stays open
    Background:
      Given these facts
        | fact  | label          | type |
        | k_day | surrendered on | date |
      And the quantity greatest share of credits (k_share), in %, in force on surrendered on, on basis kr
        | from       | is           |
        | earlier    | undetermined |
        | 2018-01-01 | 5            |
        | 2021-01-01 | undetermined |
      And these results
        | result  | is                        | rounded to | basis |
        | k_limit | greatest share of credits | 0 decimals | kr    |
      And this reference case
        | fact           | value      |
        | surrendered on | 2026-06-30 |

    Scenario: for the phase from 2026 on nobody has told the limit
      When evaluated as of 2026-11-20
      Then the rules leave the quantity greatest share of credits undetermined

  Rule: Two sets of tiers, both read
    Background:
      Given these settings
        | setting | label            | one of              | meaning                                |
        | tiers   | set of the tiers | june_2023, nov_2023 | both circulate; neither is the default |
      And these facts
        | fact      | label              | type   | unit | at least | at most |
        | share_off | share of remaining | number | %    | 0        | 1000    |
      And the quantity tier, by set of the tiers, share of remaining, on basis vcmi
        | set of the tiers | share of remaining             | is |
        | june_2023        | less than 20 %                 | 0  |
        | june_2023        | at least 20 %; less than 60 %  | 1  |
        | june_2023        | at least 60 %; less than 100 % | 2  |
        | nov_2023         | less than 10 %                 | 0  |
        | nov_2023         | at least 10 %; less than 50 %  | 1  |
        | nov_2023         | at least 50 %; less than 100 % | 2  |
        | any              | at least 100 %                 | 3  |
      And these results
        | result | is   | rounded to | basis |
        | tier   | tier | 0 decimals | vcmi  |
      And this reference case
        | fact               | value |
        | share of remaining | 50 %  |

    Scenario: half of what remains is silver by one set and gold by the other
      When evaluated as of 2026-11-20
      Then the quantity tier is between 1 and 2

  Rule: Removals of all credits
    Background:
      Given the quantity share of removals (removals), in %, the share of tonnes of the unit over credits, or 0 % if there are none, on basis oxford
        | where          |
        | removal is yes |
      And these facts
        | fact         | label                       | type   | unit | at least | at most |
        | share_before | share of removals last year | number | %    | 0        | 100     |
      And these findings
        | code    | finding                             | when                                                     | severity    | basis  |
        | O1.RISE | The share of removals does not rise | share of removals is at most share of removals last year | observation | oxford |
      And this reference case
        | fact                        | value |
        | share of removals last year | 20 %  |

    Scenario: a quarter, after a fifth
      When evaluated as of 2026-11-20
      Then the quantity share of removals is 25 %
      And no finding O1.RISE is raised
