# language: en
Feature: CBAM, one line of goods
  A line of goods in the annual declaration of an importer, in the definitive period: embedded emissions, free allocation and certificates.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                                                                                                            |
      | id              | cbam-goods                                                                                                                                                                                                                                                                       |
      | version         | 1.0.0                                                                                                                                                                                                                                                                            |
      | title           | CBAM, one line of goods                                                                                                                                                                                                                                                          |
      | subject         | goods-line                                                                                                                                                                                                                                                                       |
      | attestation     | self-assessment                                                                                                                                                                                                                                                                  |
      | time zone       | Europe/Brussels                                                                                                                                                                                                                                                                  |
      | effective from  | 2026-01-01                                                                                                                                                                                                                                                                       |
      | rounding        | half-even, 5 decimals                                                                                                                                                                                                                                                            |
      | not applicable  | drop and rescale                                                                                                                                                                                                                                                                 |
      | does not assess | imported electricity, which fails gate G1                                                                                                                                                                                                                                        |
      | does not assess | the weekly price of certificates from 2027; the scorecard uses the declared value                                                                                                                                                                                                |
      | does not assess | monitoring and attribution inside an installation; the scorecard uses the declared own emissions per tonne                                                                                                                                                                       |
      | does not assess | precursors of precursors; the scorecard treats the emissions per tonne of a precursor as verified                                                                                                                                                                                |
      | does not assess | whether electricity from a source chosen by the operator qualifies as direct link or purchase agreement                                                                                                                                                                          |
      | does not assess | functional units of cement and fertilisers; all values are per tonne of goods                                                                                                                                                                                                    |
      | does not assess | the choice of the period of production, and several suppliers of one precursor                                                                                                                                                                                                   |
      | does not assess | conditions under which a site visit may be virtual or waived                                                                                                                                                                                                                     |
      | does not assess | the act on carbon prices paid abroad, which is still a draft, and default carbon prices                                                                                                                                                                                          |
      | does not assess | rounding to whole certificates                                                                                                                                                                                                                                                   |
      | does not assess | documents that support the declared facts, none of which is required here: customs declaration; verification report with opinion, accreditation and visits; summary report of the operator; reports on precursors; certified carbon price with rebates; purchase of certificates |
    And these bases
      | basis            | instrument               | clause                                             | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                                       |
      | scope            | Regulation (EU) 2023/956 | Article 2, Annexes I and III                       | secondary   | CBAM applies to goods whose CN code is listed in Annex I. Headings and subheadings that Annex I does not name are outside CBAM. The codes inside and outside CBAM are copied from a public list; for any other code, the result is undetermined. Goods imported before 2026 are not assessed here; they belong in the quarterly reports of the transitional period.                                                                        |
      | defaults         | IR (EU) 2025/2621        | Article 1, Annex I, corrected by IR (EU) 2026/1740 | confirmed   | The default value of a good is its total emissions per tonne as printed in the Official Journal, with at most three decimals. The longer values of the Commission workbook are not used. The table of the country of origin applies first, then the table of other countries. The value is increased by a mark-up that depends on the sector and the year of import.                                                                       |
      | unknown-origin   | IR (EU) 2025/2621        | Article 1(5), recital 9, Annex IV                  | confirmed   | If the country of origin of a precursor (input material) is unknown, the highest default value of Annex IV applies to the precursor. The production route of that value applies as well.                                                                                                                                                                                                                                                   |
      | good-origin      | cbam-goods               | -                                                  | own reading | The country of origin of the goods must be known (gate G2). The reason is that Annex IV sets values of unknown origin only for precursors (input materials). If the country of the goods is unknown, G2 is not met. We still calculate with the value of Annex IV as the prudent choice.                                                                                                                                                   |
      | period           | IR (EU) 2025/2547        | Articles 1(5) and 7, recitals 23 and 24            | confirmed   | If actual values are used, the period of production of the goods must not be before 2026. The last day of this period must be on or after 2026-01-01.                                                                                                                                                                                                                                                                                      |
      | counted          | Regulation (EU) 2023/956 | Article 7(1), Annex II                             | confirmed   | Annex II lists the goods for which only direct emissions count. The list is applied to the imported good and to each precursor (input material) separately.                                                                                                                                                                                                                                                                                |
      | formula          | IR (EU) 2025/2547        | Annex I 3.1, Annex III.B equations 59 to 62        | confirmed   | The specific embedded emissions of a good are its own process emissions per tonne plus the emissions brought in by its precursors (input materials). For each precursor, the mass consumed per tonne of the good is multiplied by the precursor's specific embedded emissions. Whether indirect emissions of a precursor count depends on the precursor, not on the good (Annex I, point 3.1).                                             |
      | eu-origin        | Regulation (EU) 2023/956 | Annex IV point 3                                   | confirmed   | Precursors (input materials) that originate in the Union or in an exempt country count with embedded emissions of zero.                                                                                                                                                                                                                                                                                                                    |
      | no-precursor     | Regulation (EU) 2023/956 | Annex I; Annex IV point 1                          | own reading | Annex I lists the goods with embedded emissions; we conclude that any other input material has none. Examples are ores that are not agglomerated, scrap, coal, fluxes and other metals. The reference table lists these materials. For a code that is neither in Annex I nor in this table, the result is undetermined.                                                                                                                    |
      | precursor-report | IR (EU) 2025/2547        | Annex II A.1(4) and (5)                            | confirmed   | Actual emissions of a precursor (input material) may be used only if a report by an accredited verifier covers the precursor's period of production. Otherwise the default value applies.                                                                                                                                                                                                                                                  |
      | precursor-raise  | IR (EU) 2025/2621        | Article 1, on precursors                           | own reading | The mark-up increases the default values by sector and year. If the good has actual values, the sources differ on whether the mark-up applies to default values of its precursors (input materials). We apply it as the prudent interpretation; the setting “mark-up on default values of precursors” can remove it.                                                                                                                       |
      | retained         | Directive 2003/87/EC     | Article 10a(1a)                                    | confirmed   | The free allocation deducted from embedded emissions is multiplied by the CBAM factor. This factor is the share of free allocation that is retained, 97.5 % in 2026, not the remaining 2.5 %.                                                                                                                                                                                                                                              |
      | allocation       | IR (EU) 2025/2620        | Annex, equations 2, 4 and 6                        | secondary   | The free allocation of the goods is calculated from benchmarks of a table: column A with actual values, column B with default values. The free allocation is multiplied by a correction factor. Secondary sources report this factor; the decision that sets it was not read.                                                                                                                                                              |
      | year             | cbam-goods               | -                                                  | own reading | The free allocation depends on a benchmark, a retained share and a correction factor, which all depend on a year. With default values, we use the year of import. With actual values, we use the year in which the period of production ends. Mark-ups on default values always use the year of import.                                                                                                                                    |
      | later            | cbam-goods               | -                                                  | own reading | For free allocation after 2030, the correction factor and the benchmarks are unknown; Directive 2003/87/EC sets the retained share. The setting “free allocation after 2030” selects an assumption: the benchmarks of 2030 with a correction factor of 1, or no free allocation. Without a choice, the result is the range between the two assumptions. The reason is our assumption that benchmarks continue to fall as they have so far. |
      | no-eu-allocation | cbam-goods               | -                                                  | own reading | Two kinds of precursors (input materials) have embedded emissions of zero. They originate in the Union or an exempt country, or they are not listed in Annex I. We count no free allocation for such precursors.                                                                                                                                                                                                                           |
      | net              | Regulation (EU) 2023/956 | Articles 6(2)(c), 9 and 31; Guidance 1             | secondary   | The certificates due are the embedded emissions less free allocation and less the carbon price paid abroad. The result is never below zero, so no credit arises. Reported by secondary sources.                                                                                                                                                                                                                                            |
      | price            | Regulation (EU) 2023/956 | Article 21(1) and (1a)                             | confirmed   | Certificates for imports of 2026 cost the certificate price published for the quarter of import. The rule is known from quotations; the prices are reported by secondary sources. A published price is never used for a later quarter.                                                                                                                                                                                                     |
      | price-bought     | IR (EU) 2025/2548        | Articles 1(6) and 5(5)                             | confirmed   | Certificates for imports of 2026 cost the price of the quarter of import. Certificates for imports from 2027 cost the price of the week in which they are bought, which the importer declares.                                                                                                                                                                                                                                             |
      | paid             | Regulation (EU) 2023/956 | Article 9                                          | confirmed   | A carbon price paid in the country of origin reduces the certificates due only under three conditions. The embedded emissions of the goods are actual values that are accepted, not default values. The payment is certified, and rebates are deducted from it.                                                                                                                                                                            |
      | paid-reference   | cbam-goods               | -                                                  | own reading | A carbon price paid abroad is converted into tonnes by dividing it by a reference price. The act on carbon prices paid abroad is still a draft. We use the certificate price of the quarter of import; from 2027 we use the price of the certificates bought.                                                                                                                                                                              |
      | verification     | Regulation (EU) 2023/956 | Article 8(1), Annex VI; DR (EU) 2025/2551          | secondary   | Actual values are accepted only with a positive opinion of an accredited verifier whose report covers the period of production. Otherwise the scorecard calculates with default values, which need no verification. Reported by secondary sources.                                                                                                                                                                                         |
      | materiality      | IR (EU) 2025/2546        | Article 5                                          | secondary   | With actual values, the misstatements found by the verifier are limited for each good. They must not exceed 5 % of its emissions, nor 5 % of its free allocation. Reported by secondary sources.                                                                                                                                                                                                                                           |
      | zero-emissions   | cbam-goods               | Article 5 of IR (EU) 2025/2546                     | own reading | A misstatement is material if it exceeds 5 % of the emissions; the article does not state the share if the emissions are zero. In that case we count any misstatement as 100 %, which is material; without a misstatement, the share is always 0 %. A rule for emissions of zero would change this.                                                                                                                                        |
      | visits           | IR (EU) 2025/2546        | Articles 2 to 5                                    | secondary   | With actual values, the verifier must visit the installation physically in the first verified period and afterwards at least every two years. The last physical visit must therefore be within two years before the verification report. The sources differ on when a visit may be virtual or waived; this is not assessed here. Reported by secondary sources.                                                                            |
      | summary          | IR (EU) 2025/2547        | Article 10, Annex IV 1.2                           | secondary   | The summary report of the operator has 16 items and identifies the operator and the installation. Missing items are a minor finding. If the operator or the installation is not identified, gate V8 (both are identified) is not met. Reported by secondary sources.                                                                                                                                                                       |
      | rounding         | IR (EU) 2025/2547        | Annex II A.1(6) to (8)                             | own reading | The text allows at most five decimals for emissions per tonne and prescribes no rounding method. We report emissions, free allocation and certificates with at most five decimals, rounded half to even. Rounded values are never used in later calculations.                                                                                                                                                                              |
      | choice           | Regulation (EU) 2023/956 | Article 7(2)                                       | confirmed   | The importer may choose freely between actual and default values for the embedded emissions of the goods. Actual values must be verified.                                                                                                                                                                                                                                                                                                  |
      | power            | Regulation (EU) 2023/956 | Article 7(3)                                       | own reading | Article 7(3) sets special rules for imported electricity. This scorecard does not include these rules. Electricity therefore fails gate G1 (the goods are not electricity).                                                                                                                                                                                                                                                                |
    And these reference tables
      | table      | name                       | basis          |
      | annex_i    | cbam-annex-i               | scope          |
      | outside    | cbam-outside-annex-i       | scope          |
      | groups     | cbam-country-groups        | scope          |
      | defaults   | cbam-default-values        | defaults       |
      | unknown    | cbam-unknown-origin-values | unknown-origin |
      | mark_ups   | cbam-mark-up               | defaults       |
      | benchmarks | cbam-benchmarks            | allocation     |
      | shares     | cbam-retained-share        | retained       |
      | prices     | cbam-certificate-price     | price          |
    And these settings
      | setting           | label                                   | one of              | default | meaning                                                                                                                                                        |
      | precursor_mark_up | mark-up on default values of precursors | with, without       | with    | Whether the mark-up also applies to a default value used for a precursor in an actual calculation. With the mark-up is the prudent interpretation.             |
      | after_2030        | free allocation after 2030              | span, as_2030, none | span    | The assumption for free allocation after 2030, because factor and benchmarks are unknown: the values of 2030, no free allocation, or the range between the two |
    And these facts
      | fact              | label                                 | type   | unit | one of          | at least | may lie ahead |
      | cn_code           | CN code                               | text   |      |                 |          |               |
      | country_of_origin | country of origin                     | text   |      |                 |          |               |
      | imported_on       | date of import                        | date   |      |                 |          | yes           |
      | net_mass          | net mass                              | number | t    |                 | 0        |               |
      | carved_out        | excluded by wording, use or territory | flag   |      |                 |          |               |
      | determination     | method of determination               | choice |      | default, actual |          |               |
    And the choices of method of determination
      | value   | words          |
      | default | default values |
      | actual  | actual values  |
    And this reference case
      | fact                                  | value          |
      | CN code                               | 72083900       |
      | country of origin                     | BR             |
      | date of import                        | 2026-05-10     |
      | net mass                              | 1000 t         |
      | excluded by wording, use or territory | no             |
      | method of determination               | default values |
    And the quantity sector (sector), a word from column sector, on basis scope
      | in      | with               |
      | annex_i | cn_code is CN code |
      | outside | cn_code is CN code |
    And the quantity emissions counted (counted), a word from column emissions, on basis counted
      | in      | with               |
      | annex_i | cn_code is CN code |
    And the quantity group of the country (group), a word from column group, on basis scope
      | in     | with                         |
      | groups | country is country of origin |
    And the scorecard applies when sector is not outside; group of the country is third; excluded by wording, use or territory is no; date of import is from 2026-01-01

  Rule: Scope
    Background:
      Given these gates
        | id | gate                                                               | requires                         | basis       |
        | G1 | The goods are not electricity, which this scorecard does not cover | sector is not electricity        | power       |
        | G2 | The country of origin of the goods is known                        | country of origin is not unknown | good-origin |

    Scenario Outline: goods outside Annex I or originating in the Union or an exempt country are not in scope
      Given CN code is <code>
      And country of origin is <country>
      When evaluated as of 2026-11-20
      Then the conclusion is <conclusion>

      Examples:
        | code       | country | conclusion     |
        | 72083900   | BR      | scored         |
        | 72083900   | GB      | scored         |
        | 72083900   | DE      | not applicable |
        | 72083900   | CH      | not applicable |
        | 72044990   | BR      | not applicable |
        | 76020019   | BR      | not applicable |
        | 76151010   | TN      | not applicable |
        | 7208390000 | BR      | scored         |
        | 7208       | BR      | incomplete     |
        | 84818011   | BR      | not applicable |
        | 27160000   | UA      | gate failed    |
        | 72083900   | unknown | gate failed    |

    Scenario Outline: a code of a heading not named in Annex I is out of scope; a code in no list is undetermined
      Given CN code is <code>
      When evaluated as of <day>
      Then the conclusion is <conclusion>

      Examples:
        | code     | day        | conclusion     |
        | 84818011 | 2026-11-20 | not applicable |
        | 72999999 | 2026-11-20 | incomplete     |

    Scenario Outline: goods imported before 2026 need no certificates
      Given date of import is <day>
      When evaluated as of 2026-11-20
      Then the conclusion is <conclusion>

      Examples:
        | day        | conclusion     |
        | 2025-12-31 | not applicable |
        | 2026-01-01 | scored         |

    Scenario: goods for military use are out of scope
      Given excluded by wording, use or territory is yes
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable

    Scenario: a code in no list leaves the sector undetermined
      Given CN code is 72999999
      When evaluated as of 2026-11-20
      Then the quantity sector is undetermined because of the reference table outside
      And gate G1 is undetermined
