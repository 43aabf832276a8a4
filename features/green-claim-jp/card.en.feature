# language: en
Feature: Green claims in Japan
  The Act against Unjustifiable Premiums and Misleading Representations, and the guidance on environmental labelling.

  Background:
    Given this scorecard
      | field           | value                                                                        |
      | id              | green-claim-jp                                                               |
      | version         | 1.0.0                                                                        |
      | title           | Green claims in Japan                                                        |
      | subject         | claim                                                                        |
      | attestation     | self-assessment                                                              |
      | time zone       | Asia/Tokyo                                                                   |
      | effective from  | 2026-11-20                                                                   |
      | rounding        | half-even, 2 decimals                                                        |
      | not applicable  | refuse                                                                       |
      | does not assess | claims to businesses, for which the Unfair Competition Prevention Act stands |
      | does not assess | whether the evidence is true                                                 |
      | does not assess | wording that no listed fact describes                                        |
      | does not assess | fair competition codes of single trades                                      |
      | does not assess | surcharges                                                                   |
    And these bases
      | basis             | instrument                       | clause                                                               | certainty   | note                                                                                                                                                                                                                                                                                                                                                                     |
      | act-5-1           | 不当景品類及び不当表示防止法     | Article 5(1)                                                         | secondary   | The wording was read at houritsushoku.com; also told by takumilaw.com.                                                                                                                                                                                                                                                                                                   |
      | act-5-1-whole     | 不当景品類及び不当表示防止法     | Article 5(1), the whole representation                               | own reading | That pictures, layout and what is left out count as the representation does is our reading.                                                                                                                                                                                                                                                                              |
      | act-5-1-others    | 不当景品類及び不当表示防止法     | Article 5(1), better than that of others                             | own reading | The Article names goods of others; that an unlike or outdated comparison, and what all such goods have, sold as special, come under it is our reading. An order of 2009 (a fridge, 48 % against a process of four years before) is told by blog.knak.jp.                                                                                                                 |
      | act-5-1-top       | 不当景品類及び不当表示防止法     | Article 5(1), highest words without basis                            | secondary   | Told by takumilaw.com and hc.kyodoprinting.co.jp of No. 1 and best in Japan; what is proven is within the exception here.                                                                                                                                                                                                                                                |
      | act-7-2           | 不当景品類及び不当表示防止法     | Article 7(2), effect and performance                                 | secondary   | Burden on the trader, within 15 days. Told by weblio.jp (in force 2003-11-23), keiyaku-watch.jp, and reports on the orders of 2022-12-23 (sustainablejapan.jp, compliance-ad.jp, cehub.jp).                                                                                                                                                                              |
      | act-7-2-any       | 不当景品類及び不当表示防止法     | Article 7(2), other kinds of claims                                  | own reading | The guideline on this Article speaks of effect and performance; that other claims of content without reasonable basis fare alike is our reading.                                                                                                                                                                                                                         |
      | guide-7-2         | 不当景品類及び不当表示防止法     | guideline on Article 7(2), what is told and what is shown correspond | secondary   | Told by weblio.jp; the orders of 2022-12-23 found tests of industrial compost no basis for decay in nature (yakujihou.com, greenproduction.co.jp).                                                                                                                                                                                                                       |
      | jftc-2001         | 環境保全に配慮した商品の広告表示 | report of 2001-03-21, five points                                    | secondary   | Fair Trade Commission. Told by eic.or.jp, chem-t.com and ecobiz-jp.blogspot.com. It tells what may mislead; it forbids nothing by itself.                                                                                                                                                                                                                                |
      | jftc-2001-words   | 環境保全に配慮した商品の広告表示 | report of 2001-03-21, other words and materials                      | own reading | The points speak of abstract words and of materials; absolute words, names and plant materials are our reading.                                                                                                                                                                                                                                                          |
      | decay-kind        | 不当景品類及び不当表示防止法     | Article 5(1), orders on decay                                        | own reading | Derived from the orders of 2022-12-23: where and how it decays has to be told.                                                                                                                                                                                                                                                                                           |
      | moe-guide         | 環境表示ガイドライン             | third edition, of March 2013                                         | own reading | Guide of the Ministry of the Environment that keeps to ISO 14021 (itmedia.co.jp, alterna.co.jp, spaceshipearth.jp); what that asks of comparisons and stages is general knowledge. The day is the last of that month. A new edition was in draft until 2026-03-18 (booost-tech.com) and asks for it by name (d-sharing.jp); whether and how it was issued was not found. |
      | moe-guide-neutral | 環境表示ガイドライン             | neutrality by credits                                                | own reading | From general knowledge of the guide and of the guidelines on offsetting, not compared with a text.                                                                                                                                                                                                                                                                       |
      | otherwise         | green-claim-jp                   | no rule of this card holds                                           | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                                                                                                                                                                                      |
    And facts from claim-facts
    And these facts
      | fact                    | label                                | type |
      | absolute_wording_proved | absolute wording within an exception | flag |
    And this reference case
      | fact                                 | value |
      | absolute wording within an exception | yes   |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind of communication is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable

    Scenario: not toward businesses
      Given audience is businesses
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
