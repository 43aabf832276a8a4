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
      | basis            | instrument               | clause                                             | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                     |
      | scope            | Regulation (EU) 2023/956 | Article 2, Annexes I and III                       | secondary   | CBAM applies to goods whose CN code is listed in Annex I. The codes are copied from a public list: headings and subheadings that Annex I does not name are outside CBAM; any other code is undetermined. Goods imported before 2026 are not assessed here; they belong in the quarterly reports of the transitional period.                                                                              |
      | defaults         | IR (EU) 2025/2621        | Article 1, Annex I, corrected by IR (EU) 2026/1740 | confirmed   | The default value of a good is the total emissions per tonne printed in the Official Journal, with at most three decimals, not the longer value of the workbook. The table of the country of origin applies first, then the table of other countries. The value is increased by a mark-up that depends on the sector and the year of import.                                                             |
      | unknown-origin   | IR (EU) 2025/2621        | Article 1(5), recital 9, Annex IV                  | confirmed   | If the country of a precursor is unknown, the highest default value of Annex IV applies to the precursor, with the production route of that value.                                                                                                                                                                                                                                                       |
      | good-origin      | cbam-goods               | -                                                  | own reading | The country of origin of the goods must be known (gate G2), because Annex IV sets values of unknown origin for precursors only. If it is unknown, G2 is not met. We still calculate with the value of Annex IV as the prudent choice.                                                                                                                                                                    |
      | period           | IR (EU) 2025/2547        | Articles 1(5) and 7, recitals 23 and 24            | confirmed   | If actual values are used, the period of production of the goods must not be before 2026: its last day must be on or after 2026-01-01.                                                                                                                                                                                                                                                                   |
      | counted          | Regulation (EU) 2023/956 | Article 7(1), Annex II                             | confirmed   | Annex II lists the goods for which only direct emissions count. The list is applied to the imported good and to each precursor separately.                                                                                                                                                                                                                                                               |
      | formula          | IR (EU) 2025/2547        | Annex I 3.1, Annex III.B equations 59 to 62        | confirmed   |                                                                                                                                                                                                                                                                                                                                                                                                          |
      | eu-origin        | Regulation (EU) 2023/956 | Annex IV point 3                                   | confirmed   | Precursors that originate in the Union or in an exempt country count with embedded emissions of zero.                                                                                                                                                                                                                                                                                                    |
      | no-precursor     | Regulation (EU) 2023/956 | Annex I; Annex IV point 1                          | own reading | Annex I lists the goods with embedded emissions; we conclude that any other input material has none. Examples are ores that are not agglomerated, scrap, coal, fluxes and other metals. The reference table lists these materials; a code in neither list is undetermined.                                                                                                                               |
      | precursor-report | IR (EU) 2025/2547        | Annex II A.1(4) and (5)                            | confirmed   | Actual emissions of a precursor may be used only if a report by an accredited verifier covers the period in which it was produced. Otherwise the default value applies.                                                                                                                                                                                                                                  |
      | precursor-raise  | IR (EU) 2025/2621        | Article 1, on precursors                           | own reading | The mark-up is an increase of the default values by sector and year. The sources differ on whether it also applies to the default value of a precursor inside an actual calculation. The setting "mark-up on default values of precursors" selects the interpretation.                                                                                                                                   |
      | retained         | Directive 2003/87/EC     | Article 10a(1a)                                    | confirmed   | The free allocation deducted from embedded emissions is multiplied by the CBAM factor. This factor is the share of free allocation that is retained, 97.5 % in 2026, not the remaining 2.5 %.                                                                                                                                                                                                            |
      | allocation       | IR (EU) 2025/2620        | Annex, equations 2, 4 and 6                        | secondary   | The free allocation of the goods is calculated from benchmarks: those of column A with actual values, those of column B with default values. It is multiplied by a correction factor. That factor is reported by secondary sources; the decision that sets it was not read.                                                                                                                              |
      | year             | cbam-goods               | -                                                  | own reading | The benchmark, retained share and correction factor depend on a year. We use the year of import with default values, and the year in which the period of production ends with actual values. Mark-ups always use the year of import.                                                                                                                                                                     |
      | later            | cbam-goods               | -                                                  | own reading | The correction factor and the benchmarks for free allocation after 2030 are unknown; the Directive sets the retained share. The setting "free allocation after 2030" selects one of two assumptions: the benchmarks of 2030 with a factor of 1, or no free allocation. Without a choice the result is the range between the two, because we assume that benchmarks continue to fall as they have so far. |
      | no-eu-allocation | cbam-goods               | -                                                  | own reading | A precursor has embedded emissions of zero if it originates in the Union or an exempt country, or if it is not listed in Annex I. We count no free allocation for such a precursor.                                                                                                                                                                                                                      |
      | net              | Regulation (EU) 2023/956 | Articles 6(2)(c), 9 and 31; Guidance 1             | secondary   | The certificates due are the embedded emissions less free allocation and less the carbon price paid abroad. The result is never below zero, so no credit arises. Reported by secondary sources.                                                                                                                                                                                                          |
      | price            | Regulation (EU) 2023/956 | Article 21(1) and (1a)                             | confirmed   | Certificates for imports of 2026 cost the certificate price published for the quarter of import. The rule is known from quotations; the prices are reported by secondary sources. A published price is never used for a later quarter.                                                                                                                                                                   |
      | price-bought     | IR (EU) 2025/2548        | Articles 1(6) and 5(5)                             | confirmed   | Certificates for imports of 2026 cost the price of the quarter of import. Certificates for imports from 2027 cost the price of the week in which they are bought, which the importer declares.                                                                                                                                                                                                           |
      | paid             | Regulation (EU) 2023/956 | Article 9                                          | confirmed   | A carbon price paid in the country of origin reduces the certificates due only if actual values are accepted, the payment is certified, and rebates are deducted.                                                                                                                                                                                                                                        |
      | paid-reference   | cbam-goods               | -                                                  | own reading | A carbon price paid abroad is converted into tonnes by dividing it by a reference price. We use the certificate price of the quarter of import; from 2027 we use the price of the certificates bought.                                                                                                                                                                                                   |
      | verification     | Regulation (EU) 2023/956 | Article 8(1), Annex VI; DR (EU) 2025/2551          | secondary   |                                                                                                                                                                                                                                                                                                                                                                                                          |
      | materiality      | IR (EU) 2025/2546        | Article 5                                          | secondary   | With actual values, the misstatements found by the verifier must not exceed 5 % of the emissions and 5 % of the free allocation, for each good. Reported by secondary sources.                                                                                                                                                                                                                           |
      | zero-emissions   | cbam-goods               | Article 5 of IR (EU) 2025/2546                     | own reading | A misstatement is material if it exceeds 5 % of the emissions; the article does not state the share if the emissions are zero. In that case we count any misstatement as 100 %, which is material; without a misstatement, the share is always 0 %. A rule for emissions of zero would change this.                                                                                                      |
      | visits           | IR (EU) 2025/2546        | Articles 2 to 5                                    | secondary   |                                                                                                                                                                                                                                                                                                                                                                                                          |
      | summary          | IR (EU) 2025/2547        | Article 10, Annex IV 1.2                           | secondary   |                                                                                                                                                                                                                                                                                                                                                                                                          |
      | rounding         | IR (EU) 2025/2547        | Annex II A.1(6) to (8)                             | own reading | Emissions, free allocation and certificates are reported with at most five decimals, and the text prescribes no rounding method. We round half to even. Rounded values are never used in later calculations.                                                                                                                                                                                             |
      | choice           | Regulation (EU) 2023/956 | Article 7(2)                                       | confirmed   | The importer may choose freely between actual and default values for the embedded emissions of the goods. Actual values must be verified.                                                                                                                                                                                                                                                                |
      | power            | Regulation (EU) 2023/956 | Article 7(3)                                       | own reading | Article 7(3) sets special rules for imported electricity. This scorecard does not include these rules. Electricity therefore fails gate G1 (the goods are not electricity).                                                                                                                                                                                                                              |
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
