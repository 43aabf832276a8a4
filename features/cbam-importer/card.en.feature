# language: en
Feature: CBAM, one importer and calendar year
  What an importer owes in a calendar year beside the single lines: threshold, status, dates, holding, penalties.

  Background:
    Given this scorecard
      | field           | value                                                                                                              |
      | id              | cbam-importer                                                                                                      |
      | version         | 6.0.0                                                                                                              |
      | supersedes      | 5.0.0                                                                                                              |
      | title           | CBAM, one importer and calendar year                                                                               |
      | subject         | importer                                                                                                           |
      | attestation     | self-assessment                                                                                                    |
      | time zone       | Europe/Brussels                                                                                                    |
      | effective from  | 2026-01-01                                                                                                         |
      | rounding        | half-even, 5 decimals                                                                                              |
      | not applicable  | drop and rescale                                                                                                   |
      | does not assess | whether imports were split artificially                                                                            |
      | does not assess | the criteria of authorisation and the guarantee                                                                    |
      | does not assess | imported electricity, beyond that the threshold does not exempt it                                                 |
      | does not assess | the price of certificates that are repurchased, which is the price paid, and disputes about their number           |
      | does not assess | reductions of penalties for errors of third parties and refused applications                                       |
      | does not assess | goods of exempt use or territory                                                                                   |
      | does not assess | whether goods lines are complete and right: they are taken as declared, and customs declarations stand behind them |
      | does not assess | reports of the transitional period                                                                                 |
    And these bases
      | basis              | instrument               | clause                        | certainty   | note                                                                                                                                                                                                                                                                                                                             |
      | scope              | Regulation (EU) 2023/956 | Article 2, Annexes I and III  | secondary   |                                                                                                                                                                                                                                                                                                                                  |
      | threshold          | Regulation (EU) 2023/956 | Article 2a, Annex VII         | confirmed   | As inserted by Regulation (EU) 2025/2083: 50 tonnes net mass of all goods together; not for electricity and hydrogen.                                                                                                                                                                                                            |
      | watch              | Regulation (EU) 2023/956 | Article 25a                   | confirmed   | More than 90 % of the threshold.                                                                                                                                                                                                                                                                                                 |
      | status             | Regulation (EU) 2023/956 | Articles 4, 5 and 17(7a)      | confirmed   | Who applied by 31 March 2026 may import until the decision.                                                                                                                                                                                                                                                                      |
      | representative     | Regulation (EU) 2023/956 | Article 5(1a)                 | confirmed   |                                                                                                                                                                                                                                                                                                                                  |
      | deadline           | Regulation (EU) 2023/956 | Article 6(1)                  | confirmed   | 30 September of the next year, first in 2027; not 31 May.                                                                                                                                                                                                                                                                        |
      | surrender          | Regulation (EU) 2023/956 | Article 22(1)                 | secondary   | By 30 September of the next year, first in 2027.                                                                                                                                                                                                                                                                                 |
      | surrender-reading  | cbam-importer            | -                             | own reading | What is due is missing from the day after 30 September on, and what is to be held from the day after the quarter on; who has no obligations surrenders nothing.                                                                                                                                                                  |
      | proof              | cbam-importer            | -                             | own reading | An extract of the CBAM registry shows status, application, declaration and certificates; no text that was read names the papers. What is due, flags of a request and goods lines are taken as declared.                                                                                                                          |
      | holding            | Regulation (EU) 2023/956 | Article 22(2)(a)              | confirmed   | From 2027: half of the emissions since 1 January by default values without mark-up, as the Official Journal prints them with three decimals at most, less free allocation.                                                                                                                                                       |
      | holding-previous   | Regulation (EU) 2023/956 | Article 22(2)(b)              | confirmed   | Or by the certificates surrendered the year before for the same CN codes and origins.                                                                                                                                                                                                                                            |
      | holding-reading    | cbam-importer            | -                             | own reading | The first declaration is of 2027, so option (b) is open from 2028; goods not declared before count by default values beside it; the number itself, or its rate per tonne by the setting.                                                                                                                                         |
      | holding-start      | Regulation (EU) 2023/956 | Article 22(2a)                | own reading | By the end of the quarter after that in which the threshold is exceeded, read as each calendar year anew.                                                                                                                                                                                                                        |
      | holding-lines      | cbam-importer            | -                             | own reading | Below the threshold hydrogen alone counts. Nothing is rounded to whole certificates.                                                                                                                                                                                                                                             |
      | later              | cbam-importer            | -                             | own reading | Neither the correction factor nor the benchmarks after 2030 are known, so that what is to be held, and the certificates behind a penalty, lie in the span between two assumptions: those of 2030 stay, the factor being 1, or nothing is allocated free of charge. That it lies there rests on benchmarks that have only fallen. |
      | records            | Regulation (EU) 2023/956 | Articles 7(5), 7(6) and 9(3)  | secondary   | Until the end of the fourth year after the year of the declaration.                                                                                                                                                                                                                                                              |
      | penalty            | Regulation (EU) 2023/956 | Article 26(1) to (3) and (4a) | confirmed   | Three to five times without status; emissions by default values with mark-up, less free allocation.                                                                                                                                                                                                                              |
      | penalty-amount     | Directive 2003/87/EC     | Article 16(3) and (4)         | secondary   | EUR 100 per certificate, indexed.                                                                                                                                                                                                                                                                                                |
      | repurchase         | Regulation (EU) 2023/956 | Article 23(1)                 | secondary   | What remains after surrender; the request by 31 October of the year of surrender.                                                                                                                                                                                                                                                |
      | repurchase-limit   | Regulation (EU) 2023/956 | Article 23(2)                 | secondary   | Known, not read in the Official Journal: no more than had to be bought for the quarters of Article 22(2); all of them where the threshold was not exceeded.                                                                                                                                                                      |
      | repurchase-reading | cbam-importer            | -                             | own reading | Certificates bought for imports of 2026 are outside this limit, because nothing had to be held for 2026.                                                                                                                                                                                                                         |
      | repurchase-2026    | Regulation (EU) 2023/956 | Article 23(2a)                | secondary   | Certificates bought in 2027 for imports of 2026 are repurchased in 2027 only.                                                                                                                                                                                                                                                    |
      | cancellation       | Regulation (EU) 2023/956 | Article 24(1)                 | secondary   | On 1 November, what was bought in the year before the previous calendar year.                                                                                                                                                                                                                                                    |
      | cancellation-2026  | Regulation (EU) 2023/956 | Article 24(2)                 | secondary   | On 1 November 2027, what was bought in 2027 for imports of 2026.                                                                                                                                                                                                                                                                 |
    And these reference tables
      | table      | name                 | basis   |
      | annex_i    | cbam-annex-i         | scope   |
      | outside    | cbam-outside-annex-i | scope   |
      | groups     | cbam-country-groups  | scope   |
      | defaults   | cbam-default-values  | holding |
      | benchmarks | cbam-benchmarks      | holding |
      | shares     | cbam-retained-share  | holding |
      | mark_ups   | cbam-mark-up         | penalty |
    And these settings
      | setting          | label                                    | one of                     | default      | meaning                                                                                                                               |
      | previous_reading | reading of the certificates of last year | whole, per_tonne           | whole        | whether half of the number surrendered last year is to be held, or half of as many for each tonne imported since; whole is the letter |
      | holding_start    | first quarter of the holding             | next_quarter, same_quarter | next_quarter | from which quarter on half is to be held; next_quarter is the letter of Article 22(2a), same_quarter is prudent                       |
      | after_2030       | free allocation after 2030               | span, as_2030, none        | span         | an assumption, for neither factor nor benchmarks are known: those of 2030, none, or the span between the two                          |
    And these facts
      | fact     | label                | type                  |
      | year_end | last day of the year | date                  |
      | lines    | goods lines          | list of imported good |
    And each good has
      | field           | label                            | type   | unit    | at least |
      | line            | line                             | text   |         |          |
      | cn_code         | CN code                          | text   |         |          |
      | origin          | country of origin                | text   |         |          |
      | imported_on     | imported on                      | date   |         |          |
      | net_mass        | net mass                         | number | t       | 0        |
      | declared_before | declared last year               | flag   |         |          |
      | previous_rate   | certificates per tonne last year | number | tCO2e/t | 0        |
    And good is called imported good
    And no two goods lines share a line
    And this reference case
      | fact                 | value      |
      | last day of the year | 2026-12-31 |
    And in the reference case goods lines are
      | line | CN code  | country of origin | imported on | net mass | declared last year |
      | L1   | 72083900 | BR                | 2026-05-10  | 50.001 t | no                 |
    And the scorecard applies when last day of the year is from 2026-01-01

  Rule: Threshold
    Background:
      Given for each imported good the quantity sector (sector), a word from column sector, on basis scope
        | in      | with               |
        | annex_i | cn_code is CN code |
        | outside | cn_code is CN code |
      And for each imported good the quantity group of the country (group), a word from column group, on basis scope
        | in     | with                         |
        | groups | country is country of origin |
      And for each imported good the quantity line of electricity (power_line), in items, on basis threshold
        | is      | when                                                 |
        | 1 item  | sector is electricity; group of the country is third |
        | 0 items | otherwise                                            |
      And the quantity mass that counts (counted_mass), in t, the sum of net mass over goods lines, on basis threshold, scope
        | where                                                                                                                                                                                             |
        | sector is one of cement, fertilisers, iron_and_steel, aluminium; group of the country is third; imported on is after last day of the year minus 1 year; imported on is until last day of the year |
      And the quantity mass of hydrogen (hydrogen_mass), in t, the sum of net mass over goods lines, on basis threshold
        | where                                                                                                                                                |
        | sector is hydrogen; group of the country is third; imported on is after last day of the year minus 1 year; imported on is until last day of the year |
      And the quantity lines of electricity (power_lines), in items, the sum of line of electricity over goods lines, on basis threshold
        | where                                                                                             |
        | imported on is after last day of the year minus 1 year; imported on is until last day of the year |
      And the quantity threshold exceeded (exceeds), on basis threshold
        | is | when                               |
        | 1  | mass that counts is more than 50 t |
        | 0  | otherwise                          |
      And the quantity obligations (liable), on basis threshold
        | is | when                                      |
        | 1  | threshold exceeded is 1                   |
        | 1  | mass of hydrogen is more than 0 t         |
        | 1  | lines of electricity is more than 0 items |
        | 0  | otherwise                                 |
      And the quantity mass with obligations (mass_in_scope), in t, on basis threshold
        | is                                  | when                    |
        | mass that counts + mass of hydrogen | threshold exceeded is 1 |
        | mass of hydrogen                    | otherwise               |
      And these gates
        | id | gate            | requires                                                               | basis     |
        | T1 | A calendar year | last day of the year is on the end of the year of last day of the year | threshold |
      And these findings
        | code    | finding                                                                   | when                                                                 | severity    | basis |
        | T.WATCH | More than 90 % of the threshold: on the list that goes to the authorities | mass that counts is more than 45 t; mass that counts is at most 50 t | observation | watch |
      And these results
        | result            | label                                  | is                    | rounded to | basis     |
        | mass_to_threshold | Net mass that counts for the threshold | mass that counts      | 3 decimals | threshold |
        | mass_declared     | Net mass with obligations              | mass with obligations | 3 decimals | threshold |

    Scenario Outline: fifty tonnes of all goods together
      Given goods lines are
        | line | CN code | country of origin | imported on | net mass   |
        | L1   | <steel> | <country>         | <day>       | <first> t  |
        | L2   | <other> | TR                | 2026-06-01  | <second> t |
      When evaluated as of 2026-11-20
      Then the quantity mass that counts is <counted> t
      And the quantity mass with obligations is <declared> t
      And the quantity obligations is <liable>
      And <watch>

      Examples:
        | steel    | country | day        | first | other    | second | counted | declared | liable | watch                            |
        | 72083900 | BR      | 2026-05-10 | 30    | 25232900 | 15     | 45      | 0        | 0      | no finding T.WATCH is raised     |
        | 72083900 | BR      | 2026-05-10 | 30    | 25232900 | 15.001 | 45.001  | 0        | 0      | an observation T.WATCH is raised |
        | 72083900 | BR      | 2026-05-10 | 30    | 31021019 | 20     | 50      | 0        | 0      | an observation T.WATCH is raised |
        | 72083900 | BR      | 2026-05-10 | 30    | 76011010 | 20.001 | 50.001  | 50.001   | 1      | no finding T.WATCH is raised     |
        | 72083900 | BR      | 2026-05-10 | 10    | 28041000 | 1      | 10      | 1        | 1      | no finding T.WATCH is raised     |
        | 72083900 | BR      | 2026-05-10 | 60    | 28041000 | 1      | 60      | 61       | 1      | no finding T.WATCH is raised     |
        | 72083900 | BR      | 2026-05-10 | 10    | 27160000 | 0      | 10      | 0        | 1      | no finding T.WATCH is raised     |
        | 72083900 | DE      | 2026-05-10 | 60    | 25232900 | 1      | 1       | 0        | 0      | no finding T.WATCH is raised     |
        | 72044990 | BR      | 2026-05-10 | 60    | 25232900 | 1      | 1       | 0        | 0      | no finding T.WATCH is raised     |
        | 72083900 | BR      | 2026-12-31 | 60    | 25232900 | 1      | 61      | 61       | 1      | no finding T.WATCH is raised     |
        | 72083900 | BR      | 2027-01-01 | 60    | 25232900 | 1      | 1       | 0        | 0      | no finding T.WATCH is raised     |
        | 72083900 | BR      | 2025-12-31 | 60    | 25232900 | 1      | 1       | 0        | 0      | no finding T.WATCH is raised     |
        | 28041000 | BR      | 2025-12-31 | 60    | 25232900 | 1      | 1       | 0        | 0      | no finding T.WATCH is raised     |
        | 28041000 | BR      | 2027-01-01 | 60    | 25232900 | 1      | 1       | 0        | 0      | no finding T.WATCH is raised     |
        | 28041000 | DE      | 2026-05-10 | 60    | 25232900 | 1      | 1       | 0        | 0      | no finding T.WATCH is raised     |
        | 27160000 | CH      | 2026-05-10 | 0     | 25232900 | 1      | 1       | 0        | 0      | no finding T.WATCH is raised     |
        | 27160000 | UA      | 2025-12-31 | 0     | 25232900 | 1      | 1       | 0        | 0      | no finding T.WATCH is raised     |
        | 27160000 | UA      | 2027-01-01 | 0     | 25232900 | 1      | 1       | 0        | 0      | no finding T.WATCH is raised     |

    Scenario Outline: a calendar year from 2026 on
      Given last day of the year is <year>
      When evaluated as of 2028-11-20
      Then gate T1 is <outcome>
      And the conclusion is <conclusion>

      Examples:
        | year       | outcome | conclusion     |
        | 2025-12-31 | met     | not applicable |
        | 2026-01-01 | not met | gate failed    |
        | 2026-12-30 | not met | gate failed    |
        | 2026-12-31 | met     | scored         |

    Scenario: the results of the reference case
      When evaluated as of 2026-11-20
      Then the result Net mass that counts for the threshold is 50.001 t
      And the result Net mass with obligations is 50.001 t
