# language: en
Feature: CBAM, one line of goods
  A line of goods in a year of an importer, in the definitive period: embedded emissions, free allocation, certificates.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                                                                                                 |
      | id              | cbam-goods                                                                                                                                                                                                                                                            |
      | version         | 6.0.0                                                                                                                                                                                                                                                                 |
      | supersedes      | 5.0.0                                                                                                                                                                                                                                                                 |
      | title           | CBAM, one line of goods                                                                                                                                                                                                                                               |
      | subject         | goods-line                                                                                                                                                                                                                                                            |
      | attestation     | self-assessment                                                                                                                                                                                                                                                       |
      | time zone       | Europe/Brussels                                                                                                                                                                                                                                                       |
      | effective from  | 2026-01-01                                                                                                                                                                                                                                                            |
      | rounding        | half-even, 5 decimals                                                                                                                                                                                                                                                 |
      | not applicable  | drop and rescale                                                                                                                                                                                                                                                      |
      | does not assess | imported electricity; gate G1 refuses it                                                                                                                                                                                                                              |
      | does not assess | the weekly price of certificates from 2027; it is taken as given                                                                                                                                                                                                      |
      | does not assess | monitoring and attribution inside an installation; own emissions per tonne are taken as given                                                                                                                                                                         |
      | does not assess | precursors of precursors; their emissions per tonne are taken as verified                                                                                                                                                                                             |
      | does not assess | whether electricity of own choice counts as direct link or purchase agreement                                                                                                                                                                                         |
      | does not assess | functional units of cement and fertilisers; values are per tonne of goods                                                                                                                                                                                             |
      | does not assess | which period of production is right, and several suppliers of one precursor                                                                                                                                                                                           |
      | does not assess | conditions under which a site visit may be virtual or waived                                                                                                                                                                                                          |
      | does not assess | the act on carbon prices paid abroad, which is a draft, and default carbon prices                                                                                                                                                                                     |
      | does not assess | rounding of certificates to whole ones                                                                                                                                                                                                                                |
      | does not assess | papers behind what is declared, of which none is asked: customs declaration, verification report with its opinion, accreditation and visits, summary report of the operator, reports on precursors, certified carbon price with its rebates, purchase of certificates |
    And these bases
      | basis            | instrument               | clause                                             | certainty   | note                                                                                                                                                                                                                                                                                                                                      |
      | scope            | Regulation (EU) 2023/956 | Article 2, Annexes I and III                       | secondary   | Codes by a public list; outside are the headings and subheadings that the annex does not name, any other code stays undetermined. Goods imported before 2026 belong in the reports of the transitional period.                                                                                                                            |
      | defaults         | IR (EU) 2025/2621        | Article 1, Annex I, corrected by IR (EU) 2026/1740 | confirmed   | Total emissions as the Official Journal prints them, with three decimals at most, not the longer figure of the workbook; increased by sector and year; country, then other countries.                                                                                                                                                     |
      | unknown-origin   | IR (EU) 2025/2621        | Article 1(5), recital 9, Annex IV                  | confirmed   | A precursor whose country is not known: the highest value, and its route.                                                                                                                                                                                                                                                                 |
      | good-origin      | cbam-goods               | -                                                  | own reading | Annex IV is for precursors; of a good of unknown country no value is laid down, so G2 is not met and the figures take Annex IV as the prudent one.                                                                                                                                                                                        |
      | period           | IR (EU) 2025/2547        | Articles 1(5) and 7, recitals 23 and 24            | confirmed   | No period of production before 2026.                                                                                                                                                                                                                                                                                                      |
      | counted          | Regulation (EU) 2023/956 | Article 7(1), Annex II                             | confirmed   | Each good and precursor counts by its own listing.                                                                                                                                                                                                                                                                                        |
      | formula          | IR (EU) 2025/2547        | Annex I 3.1, Annex III.B equations 59 to 62        | confirmed   |                                                                                                                                                                                                                                                                                                                                           |
      | eu-origin        | Regulation (EU) 2023/956 | Annex IV point 3                                   | confirmed   | Precursors of Union or exempt origin count nothing.                                                                                                                                                                                                                                                                                       |
      | no-precursor     | Regulation (EU) 2023/956 | Annex I; Annex IV point 1                          | own reading | What is no good of Annex I has no embedded emissions as an input material: ores that are not agglomerated, scrap, coal, fluxes, other metals. The table lists them; any other code stays undetermined.                                                                                                                                    |
      | precursor-report | IR (EU) 2025/2547        | Annex II A.1(4) and (5)                            | confirmed   | Without accredited report that covers the period the default value counts.                                                                                                                                                                                                                                                                |
      | precursor-raise  | IR (EU) 2025/2621        | Article 1, on precursors                           | own reading | Sources differ on whether the mark-up applies to a precursor inside an actual calculation; see the setting.                                                                                                                                                                                                                               |
      | retained         | Directive 2003/87/EC     | Article 10a(1a)                                    | confirmed   | The CBAM factor is the share retained, 97.5 % in 2026, not its complement.                                                                                                                                                                                                                                                                |
      | allocation       | IR (EU) 2025/2620        | Annex, equations 2, 4 and 6                        | secondary   | Column A with actual values, column B with default values; the correction factor is read second-hand.                                                                                                                                                                                                                                     |
      | year             | cbam-goods               | -                                                  | own reading | Default route: year of import. Actual route: year of the end of the period of production; mark-ups always by the year of import.                                                                                                                                                                                                          |
      | later            | cbam-goods               | -                                                  | own reading | Neither the correction factor nor the benchmarks after 2030 are known. Two assumptions: those of 2030 stay, the factor being 1, or nothing is allocated free of charge; the share retained is that of the Directive. Unless one is chosen, what is due is the span between. That it lies there rests on benchmarks that have only fallen. |
      | no-eu-allocation | cbam-goods               | -                                                  | own reading | A precursor whose emissions count nothing brings no free allocation.                                                                                                                                                                                                                                                                      |
      | net              | Regulation (EU) 2023/956 | Articles 6(2)(c), 9 and 31; Guidance 1             | secondary   | Never below zero; no credit arises.                                                                                                                                                                                                                                                                                                       |
      | price            | Regulation (EU) 2023/956 | Article 21(1) and (1a)                             | confirmed   | The rule is read as quoted; the prices are second-hand. A price is never carried forward.                                                                                                                                                                                                                                                 |
      | price-bought     | IR (EU) 2025/2548        | Articles 1(6) and 5(5)                             | confirmed   | For imports of 2026 the price of the quarter of import; from 2027 that of the week in which the certificates are bought.                                                                                                                                                                                                                  |
      | paid             | Regulation (EU) 2023/956 | Article 9                                          | confirmed   | Only with actual values, certified, rebates deducted.                                                                                                                                                                                                                                                                                     |
      | paid-reference   | cbam-goods               | -                                                  | own reading | The reference price is that of the quarter of import, from 2027 that of the certificates bought.                                                                                                                                                                                                                                          |
      | verification     | Regulation (EU) 2023/956 | Article 8(1), Annex VI; DR (EU) 2025/2551          | secondary   |                                                                                                                                                                                                                                                                                                                                           |
      | materiality      | IR (EU) 2025/2546        | Article 5                                          | secondary   | Five percent of emissions and of free allocation, per good.                                                                                                                                                                                                                                                                               |
      | zero-emissions   | cbam-goods               | Article 5 of IR (EU) 2025/2546                     | own reading | The article does not state what share of emissions of zero a misstatement is. We count any misstatement of them as 100 %, so that it is material, and no misstatement as 0 %, whatever the emissions. A rule for emissions of zero would change this.                                                                                     |
      | visits           | IR (EU) 2025/2546        | Articles 2 to 5                                    | secondary   |                                                                                                                                                                                                                                                                                                                                           |
      | summary          | IR (EU) 2025/2547        | Article 10, Annex IV 1.2                           | secondary   |                                                                                                                                                                                                                                                                                                                                           |
      | rounding         | IR (EU) 2025/2547        | Annex II A.1(6) to (8)                             | own reading | At most five decimals; no method is laid down, half to even is our choice. Nothing is computed from rounded figures.                                                                                                                                                                                                                      |
      | choice           | Regulation (EU) 2023/956 | Article 7(2)                                       | confirmed   | Actual or default values are a free choice.                                                                                                                                                                                                                                                                                               |
      | power            | Regulation (EU) 2023/956 | Article 7(3)                                       | own reading | Electricity is not encoded.                                                                                                                                                                                                                                                                                                               |
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
      | setting           | label                                   | one of              | default | meaning                                                                                                                          |
      | precursor_mark_up | mark-up on default values of precursors | with, without       | with    | whether the mark-up raises a default value that stands for a precursor inside an actual calculation; with is the prudent reading |
      | after_2030        | free allocation after 2030              | span, as_2030, none | span    | an assumption, for neither factor nor benchmarks are known: those of 2030, none, or the span between the two                     |
    And these facts
      | fact              | label                                 | type   | unit | one of          | at least | may lie ahead |
      | cn_code           | CN code                               | text   |      |                 |          |               |
      | country_of_origin | country of origin                     | text   |      |                 |          |               |
      | imported_on       | imported on                           | date   |      |                 |          | yes           |
      | net_mass          | net mass                              | number | t    |                 | 0        |               |
      | carved_out        | excluded by wording, use or territory | flag   |      |                 |          |               |
      | determination     | determination                         | choice |      | default, actual |          |               |
    And the choices of determination
      | value   | words          |
      | default | default values |
      | actual  | actual values  |
    And this reference case
      | fact                                  | value          |
      | CN code                               | 72083900       |
      | country of origin                     | BR             |
      | imported on                           | 2026-05-10     |
      | net mass                              | 1000 t         |
      | excluded by wording, use or territory | no             |
      | determination                         | default values |
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
    And the scorecard applies when sector is not outside; group of the country is third; excluded by wording, use or territory is no; imported on is from 2026-01-01

  Rule: Scope
    Background:
      Given these gates
        | id | gate                                  | requires                         | basis       |
        | G1 | Not electricity, which is not encoded | sector is not electricity        | power       |
        | G2 | Country of origin of the good known   | country of origin is not unknown | good-origin |

    Scenario Outline: what is outside Annex I, or comes from the Union or an exempt country, is not concerned
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
        | 84818011   | BR      | incomplete     |
        | 27160000   | UA      | gate failed    |
        | 72083900   | unknown | gate failed    |

    Scenario Outline: a heading that Annex I does not name is outside it, once the list of all of them is known
      Given CN code is <code>
      When evaluated as of <day>
      Then the conclusion is <conclusion>

      Examples:
        | code     | day        | conclusion     |
        | 84818011 | 2026-11-21 | incomplete     |
        | 84818011 | 2026-11-22 | not applicable |
        | 72999999 | 2026-11-22 | incomplete     |

    Scenario Outline: what was imported before 2026 needs no certificates
      Given imported on is <day>
      When evaluated as of 2026-11-20
      Then the conclusion is <conclusion>

      Examples:
        | day        | conclusion     |
        | 2025-12-31 | not applicable |
        | 2026-01-01 | scored         |

    Scenario: goods for military use are outside
      Given excluded by wording, use or territory is yes
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable

    Scenario: nothing is asked about a code that no list names
      Given CN code is 84818011
      When evaluated as of 2026-11-20
      Then the quantity sector is undetermined because of the reference table outside
      And gate G1 is undetermined
