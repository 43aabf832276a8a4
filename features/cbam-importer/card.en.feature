# language: en
Feature: CBAM, one importer and calendar year
  The importer has obligations (1 = yes) of an importer in a calendar year apart from the single lines of goods: threshold, status, deadlines, holding and penalties.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                |
      | id              | cbam-importer                                                                                                                        |
      | version         | 1.0.0                                                                                                                                |
      | title           | CBAM, one importer and calendar year                                                                                                 |
      | subject         | importer                                                                                                                             |
      | attestation     | self-assessment                                                                                                                      |
      | time zone       | Europe/Brussels                                                                                                                      |
      | effective from  | 2026-01-01                                                                                                                           |
      | rounding        | half-even, 5 decimals                                                                                                                |
      | not applicable  | drop and rescale                                                                                                                     |
      | does not assess | whether imports were split artificially                                                                                              |
      | does not assess | the criteria of authorisation and the guarantee                                                                                      |
      | does not assess | imported electricity, except that the threshold does not exempt it                                                                   |
      | does not assess | the price of repurchased certificates, which is the price paid, and disputes about their number                                      |
      | does not assess | reductions of penalties for errors of third parties or for refused applications                                                      |
      | does not assess | goods exempt by use or territory                                                                                                     |
      | does not assess | whether the goods lines are complete and correct; the scorecard uses the declared lines, which are supported by customs declarations |
      | does not assess | reports of the transitional period                                                                                                   |
    And these bases
      | basis              | instrument               | clause                        | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                        |
      | scope              | Regulation (EU) 2023/956 | Article 2, Annexes I and III  | secondary   | CBAM, the carbon border adjustment of the European Union, applies to goods from third countries with a customs code (CN code) of Annex I. Annex III exempts Iceland, Liechtenstein, Norway, Switzerland and some territories; these territories are not assessed here. The CN codes are copied from a public list; a code that is neither in Annex I nor clearly outside it is undetermined. Reported by secondary sources. |
      | threshold          | Regulation (EU) 2023/956 | Article 2a, Annex VII         | confirmed   | An importer is exempt if its goods of one calendar year, all CN codes together, have a net mass of at most 50 tonnes. Above 50 tonnes, all goods of the year count. Electricity and hydrogen are not exempt. Regulation (EU) 2025/2083 inserted the exemption.                                                                                                                                                              |
      | watch              | Regulation (EU) 2023/956 | Article 25a                   | confirmed   | An importer whose goods exceed 45 tonnes net mass in a calendar year is on a list sent to the authorities. This limit is 90 % of the 50-tonne threshold. The scorecard reports such an importer as an observation.                                                                                                                                                                                                          |
      | status             | Regulation (EU) 2023/956 | Articles 4, 5 and 17(7a)      | confirmed   | An importer that the 50-tonne threshold does not exempt must be an authorised CBAM declarant. An importer that applied for authorisation by 31 March 2026 may import until its application is decided.                                                                                                                                                                                                                      |
      | representative     | Regulation (EU) 2023/956 | Article 5(1a)                 | confirmed   | An indirect customs representative that imports goods must be an authorised CBAM declarant. This applies even if the importer is exempt because its goods do not exceed the 50-tonne threshold.                                                                                                                                                                                                                             |
      | deadline           | Regulation (EU) 2023/956 | Article 6(1)                  | confirmed   | An importer that the 50-tonne threshold does not exempt must file the annual CBAM declaration by 30 September of the next year. The first declaration is filed in 2027 for 2026. The earlier deadline of 31 May no longer applies.                                                                                                                                                                                          |
      | surrender          | Regulation (EU) 2023/956 | Article 22(1)                 | secondary   | The importer must surrender the certificates due for a calendar year by 30 September of the next year, for the first time in 2027. Reported by secondary sources.                                                                                                                                                                                                                                                           |
      | surrender-reading  | cbam-importer            | -                             | own reading | We treat certificates that are due but not surrendered as missing from the day after 30 September. We treat too few certificates at the end of a quarter as a shortfall from the day after that quarter ends. An importer that the 50-tonne threshold exempts surrenders nothing.                                                                                                                                           |
      | proof              | cbam-importer            | -                             | own reading | No text that we have read names the documents that prove four facts: the status of the importer, its application, its annual declaration and its certificates. We accept an extract of the CBAM registry as proof of these facts. Certificates due, repurchase requests and the list of imported goods are accepted as declared.                                                                                            |
      | holding            | Regulation (EU) 2023/956 | Article 22(2)(a)              | confirmed   | From 2027, at the end of each quarter, the importer must hold certificates for at least 50 % of embedded emissions. The emissions are those of goods imported since 1 January, less free allocation. They are calculated from default values without mark-up, as printed in the Official Journal with at most three decimals.                                                                                               |
      | holding-previous   | Regulation (EU) 2023/956 | Article 22(2)(b)              | confirmed   | At the end of each quarter, the importer must hold certificates for half of the emissions since 1 January. Instead of default values, it may use the certificates surrendered last year for the same CN codes and countries of origin.                                                                                                                                                                                      |
      | holding-reading    | cbam-importer            | -                             | own reading | The importer may calculate the certificates to hold from the certificates surrendered last year. We allow this from 2028, because the first declaration is filed in 2027. We add goods that were not declared last year with default values. The setting “interpretation of the certificates of last year” selects the number of these certificates or the rate per tonne.                                                  |
      | holding-start      | Regulation (EU) 2023/956 | Article 22(2a)                | own reading | An importer that exceeds the 50-tonne threshold in one quarter must hold certificates from the end of the next quarter. We apply this start separately to each calendar year. The setting “first quarter of the holding” can move the start to the end of the quarter in which the threshold is exceeded.                                                                                                                   |
      | holding-lines      | cbam-importer            | -                             | own reading | At the end of a quarter, an importer must hold certificates for half of its emissions. Until its goods exceed the 50-tonne threshold, we calculate these certificates for hydrogen only. The threshold exempts the other goods, and imported electricity is not assessed. We do not round the result to whole certificates.                                                                                                 |
      | later              | cbam-importer            | -                             | own reading | The correction factor and the benchmarks for free allocation after 2030 are unknown. We therefore calculate the certificates to hold and the certificates on which a penalty is based as a range. At one end, free allocation uses the benchmarks of 2030 and a factor of 1; at the other end, there is none. The range assumes that benchmarks continue to fall as they have so far.                                       |
      | records            | Regulation (EU) 2023/956 | Articles 7(5), 7(6) and 9(3)  | secondary   | The importer must retain its records until the end of the fourth year after the year in which the declaration is filed. For imports of 2026, declared in 2027, this is 31 December 2031. Reported by secondary sources.                                                                                                                                                                                                     |
      | penalty            | Regulation (EU) 2023/956 | Article 26(1) to (3) and (4a) | secondary   | An importer without authorisation pays three to five times the standard penalty (EUR 100, indexed) for each missing certificate. The missing certificates of a year are calculated from default values with mark-up, less free allocation. If the 50-tonne threshold is exceeded by at most 10 %, the penalty may be reduced to the standard penalty. Reported by secondary sources.                                        |
      | penalty-amount     | Directive 2003/87/EC     | Article 16(3) and (4)         | secondary   | The standard penalty for each missing certificate (1 t CO2e) is EUR 100, adjusted by an index. The applicant enters the index. Reported by secondary sources.                                                                                                                                                                                                                                                               |
      | repurchase         | Regulation (EU) 2023/956 | Article 23(1)                 | secondary   | The importer may request the repurchase of certificates that remain after surrender, by 31 October of the year of surrender. It cannot request more than remain. Reported by secondary sources.                                                                                                                                                                                                                             |
      | repurchase-limit   | Regulation (EU) 2023/956 | Article 23(2)                 | secondary   | Article 22(2) requires the importer to hold certificates at the end of each quarter. At most the number that the importer had to buy for these quarters may be repurchased. If the 50-tonne threshold was not exceeded, all certificates may be repurchased. Stated from memory, not checked against the text of the Official Journal.                                                                                      |
      | repurchase-reading | cbam-importer            | -                             | own reading | The importer must hold certificates at the end of each quarter. At most the number that the importer had to buy for these quarters may be repurchased. We do not apply this limit to certificates bought for imports of 2026, because nothing had to be held for 2026.                                                                                                                                                      |
      | repurchase-2026    | Regulation (EU) 2023/956 | Article 23(2a)                | secondary   | Certificates bought in 2027 for imports of 2026 can be repurchased in 2027 only. Reported by secondary sources.                                                                                                                                                                                                                                                                                                             |
      | cancellation       | Regulation (EU) 2023/956 | Article 24(1)                 | secondary   | On 1 November of each year, certificates bought two calendar years before are cancelled if they were neither surrendered nor repurchased. Reported by secondary sources.                                                                                                                                                                                                                                                    |
      | cancellation-2026  | Regulation (EU) 2023/956 | Article 24(2)                 | secondary   | On 1 November 2027, the certificates bought in 2027 for imports of 2026 are cancelled, if they were neither surrendered nor repurchased. Reported by secondary sources.                                                                                                                                                                                                                                                     |
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
      | setting          | label                                           | one of                     | default      | meaning                                                                                                                                                                             |
      | previous_reading | interpretation of the certificates of last year | whole, per_tonne           | whole        | Whether the importer must hold half of the number surrendered last year (whole, the literal interpretation) or half of its rate per tonne for each tonne imported since (per_tonne) |
      | holding_start    | first quarter of the holding                    | next_quarter, same_quarter | next_quarter | The quarter from which half must be held: next_quarter is the literal interpretation of Article 22(2a), same_quarter is the prudent interpretation                                  |
      | after_2030       | free allocation after 2030                      | span, as_2030, none        | span         | The assumption for free allocation after 2030, because factor and benchmarks are unknown: the values of 2030, no free allocation, or the range between the two                      |
    And these facts
      | fact     | label                | type                  |
      | year_end | last day of the year | date                  |
      | lines    | goods lines          | list of imported good |
    And each good has
      | field           | label                            | type   | unit    | at least |
      | line            | line                             | text   |         |          |
      | cn_code         | CN code                          | text   |         |          |
      | origin          | country of origin                | text   |         |          |
      | imported_on     | date of import                   | date   |         |          |
      | net_mass        | net mass                         | number | t       | 0        |
      | declared_before | declared last year               | flag   |         |          |
      | previous_rate   | certificates per tonne last year | number | tCO2e/t | 0        |
    And good is called imported good
    And no two goods lines share a line
    And this reference case
      | fact                 | value      |
      | last day of the year | 2026-12-31 |
    And in the reference case goods lines are
      | line | CN code  | country of origin | date of import | net mass | declared last year |
      | L1   | 72083900 | BR                | 2026-05-10     | 50.001 t | no                 |
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
      And the quantity mass counted for the threshold (counted_mass), in t, the sum of net mass over goods lines, on basis threshold, scope
        | where                                                                                                                                                                                                   |
        | sector is one of cement, fertilisers, iron_and_steel, aluminium; group of the country is third; date of import is after last day of the year minus 1 year; date of import is until last day of the year |
      And the quantity mass of hydrogen (hydrogen_mass), in t, the sum of net mass over goods lines, on basis threshold
        | where                                                                                                                                                      |
        | sector is hydrogen; group of the country is third; date of import is after last day of the year minus 1 year; date of import is until last day of the year |
      And the quantity lines of electricity (power_lines), in items, the sum of line of electricity over goods lines, on basis threshold
        | where                                                                                                   |
        | date of import is after last day of the year minus 1 year; date of import is until last day of the year |
      And the quantity threshold exceeded (1 = yes) (exceeds), on basis threshold
        | is | when                                             |
        | 1  | mass counted for the threshold is more than 50 t |
        | 0  | otherwise                                        |
      And the quantity importer has obligations (1 = yes) (liable), on basis threshold
        | is | when                                      |
        | 1  | threshold exceeded (1 = yes) is 1         |
        | 1  | mass of hydrogen is more than 0 t         |
        | 1  | lines of electricity is more than 0 items |
        | 0  | otherwise                                 |
      And the quantity mass with obligations (mass_in_scope), in t, on basis threshold
        | is                                                | when                              |
        | mass counted for the threshold + mass of hydrogen | threshold exceeded (1 = yes) is 1 |
        | mass of hydrogen                                  | otherwise                         |
      And these gates
        | id | gate                        | requires                                                               | basis     |
        | T1 | The year is a calendar year | last day of the year is on the end of the year of last day of the year | threshold |
      And these findings
        | code    | finding                                                                              | when                                                                                             | severity    | basis |
        | T.WATCH | More than 90 % of the threshold: the importer is on the list sent to the authorities | mass counted for the threshold is more than 45 t; mass counted for the threshold is at most 50 t | observation | watch |
      And these results
        | result            | label                              | is                             | rounded to | basis     |
        | mass_to_threshold | Net mass counted for the threshold | mass counted for the threshold | 3 decimals | threshold |
        | mass_declared     | Net mass with obligations          | mass with obligations          | 3 decimals | threshold |

    Scenario Outline: the threshold is fifty tonnes of all goods together
      Given goods lines are
        | line | CN code | country of origin | date of import | net mass   |
        | L1   | <steel> | <country>         | <day>          | <first> t  |
        | L2   | <other> | TR                | 2026-06-01     | <second> t |
      When evaluated as of 2026-11-20
      Then the quantity mass counted for the threshold is <counted> t
      And the quantity mass with obligations is <declared> t
      And the quantity importer has obligations (1 = yes) is <liable>
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

    Scenario Outline: the year is a calendar year from 2026 on
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
      Then the result Net mass counted for the threshold is 50.001 t
      And the result Net mass with obligations is 50.001 t
