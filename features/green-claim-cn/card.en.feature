# language: en
Feature: Green claims in China
  The Advertising Law, the Anti-Unfair Competition Law before and after 2025-10-15, and the rules of marks and standards.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                                                                                                              |
      | id              | green-claim-cn                                                                                                                                                                                                                                                                     |
      | version         | 1.2.1                                                                                                                                                                                                                                                                              |
      | supersedes      | 1.2.0                                                                                                                                                                                                                                                                              |
      | title           | Green claims in China                                                                                                                                                                                                                                                              |
      | subject         | claim                                                                                                                                                                                                                                                                              |
      | attestation     | self-assessment                                                                                                                                                                                                                                                                    |
      | time zone       | Asia/Shanghai                                                                                                                                                                                                                                                                      |
      | effective from  | 2026-11-20                                                                                                                                                                                                                                                                         |
      | rounding        | half-even, 2 decimals                                                                                                                                                                                                                                                              |
      | not applicable  | refuse                                                                                                                                                                                                                                                                             |
      | does not assess | whether the evidence is true                                                                                                                                                                                                                                                       |
      | does not assess | wording that no listed fact describes                                                                                                                                                                                                                                              |
      | does not assess | fines                                                                                                                                                                                                                                                                              |
      | does not assess | papers behind what is declared, of which none is asked: a claim is judged by what is declared of them, be it a life-cycle assessment, footprint, environmental declaration, test, certificate of a label, registry extract of credits or green electricity, invoice, plan or study |
    And these bases
      | basis           | instrument               | clause                                                                 | certainty   | note                                                                                                                                                                                                        |
      | ad-4            | 广告法                   | Articles 4, 28, 55                                                     | secondary   | The wording of Article 4 was read at jianbiaoku.com. Among the pages read on China: jiaxizhaoshang.com, glo.com.cn, pmecchina.com.                                                                          |
      | ad-4-true       | 广告法                   | Articles 4 and 28, what is not true                                    | own reading | That a claim which is not true is false content, whatever a reader makes of it, is our reading.                                                                                                             |
      | ad-4-common     | 广告法                   | Articles 4 and 28, what all goods of a kind have                       | secondary   | Fines for rice, peanut and sunflower oil sold as not genetically modified, of which no other is on the market: told by cnfood.com (2021), pifpin.com (2023) and mwzcups.com (2018).                         |
      | ad-4-required   | 广告法                   | Articles 4 and 28, what all goods have or law requires, of other kinds | own reading | The fines are on what goods are free of; that any feature which all such goods have or law requires misleads as a selling point is our reading.                                                             |
      | ad-28-3         | 广告法                   | Article 28(2)(3)                                                       | secondary   | Results, statistics, surveys or quotations that are made up or cannot be verified, as proof: read at crsrw.com and yrdsx.com, which retell it.                                                              |
      | ad-9            | 广告法                   | Article 9(3)                                                           | secondary   | With the guide on absolute words of 2023-03-20 and its exceptions, told by zz5.net and junhe.com.                                                                                                           |
      | ad-1994         | 广告法                   | Article 7(3) of 1994                                                   | secondary   | Told by a Beijing paper of 2007-11-20 (foremost green building), retold at latitude-buildinganddevelopment.com. The days are recalled.                                                                      |
      | ad-11           | 广告法                   | Article 11(2)                                                          | own reading | From general knowledge, not compared with a text.                                                                                                                                                           |
      | aucl-2019       | 反不正当竞争法           | Article 8 of 2019                                                      | own reading | From general knowledge, not compared with a text.                                                                                                                                                           |
      | aucl-2019-true  | 反不正当竞争法           | Article 8 of 2019, what is not true                                    | own reading | That a claim which is not true is false content, whatever a reader makes of it, is our reading.                                                                                                             |
      | aucl-2025       | 反不正当竞争法           | Article 9 of 2025                                                      | secondary   | Told by xydpcl.com and zjbijin.com.                                                                                                                                                                         |
      | aucl-2025-true  | 反不正当竞争法           | Article 9 of 2025, what is not true                                    | own reading | That a claim which is not true is false content, whatever a reader makes of it, is our reading.                                                                                                             |
      | green-mark      | 绿色产品标识使用管理办法 | three routes                                                           | secondary   | Told by www28g.com and hevsp.cn.                                                                                                                                                                            |
      | cfp             | CNCA-CFP-00:2025         | use of the mark                                                        | secondary   | Told by wasutv.net, reach24h.com and 中国计量网.                                                                                                                                                            |
      | gbt-24067       | GB/T 24067-2024          | boundary and communication                                             | secondary   | Told by sdtdata.com (issued 2024-08-23, in force 2025-03-01) and hydnc.com (in force 2024-10-01, quoting the notice). The two days conflict; the earlier is taken, our own choice.                          |
      | gbt-41010       | GB/T 41010-2021          | marking                                                                | own reading | From general knowledge, not compared with a text.                                                                                                                                                           |
      | quality-law     | 产品质量法               | Articles 5 and 53                                                      | own reading | From general knowledge, not compared with a text.                                                                                                                                                           |
      | mark-without    | 产品质量法               | Articles 5 and 53, a mark without a certificate for the goods          | own reading | Fines for organic without certificate rest on rules of their own (有机产品认证管理办法 Article 35, told by shijieshipin.com and bdxng.cn); that other marks of schemes are passed off alike is our reading. |
      | low-carbon-2015 | 节能低碳产品认证管理办法 | certification                                                          | secondary   | Told by a trade report (Climate Bridge, third quarter of 2024).                                                                                                                                             |
      | cqc-reduced     | CQC rules                | carbon-reduced products                                                | secondary   | Told by training material (CQC, January 2025).                                                                                                                                                              |
      | pas-2060        | PAS 2060:2014            | withdrawn 2025-11-30                                                   | secondary   | Told by mycarbon.co.uk, greencalculus.com and srsreport.co.uk.                                                                                                                                              |
      | otherwise       | green-claim-cn           | no rule of this card holds                                             | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                         |
    And facts from claim-facts
    And these facts
      | fact                                   | label                                  | type   | one of                                                                               |
      | false_or_misleading                    | false or misleading content            | flag   |                                                                                      |
      | absolute_wording_proved                | absolute wording within an exception   | flag   |                                                                                      |
      | figures_quoted                         | figures quoted                         | flag   |                                                                                      |
      | figures_sourced                        | source, scope and validity stated      | flag   |                                                                                      |
      | green_product_mark                     | green product mark                     | choice | not_used, unified_certification, attribute_certification, self_declaration, no_route |
      | green_mark_certificate_valid           | certificate of the green mark valid    | flag   |                                                                                      |
      | footprint_mark                         | national footprint mark                | choice | mark_absent, mark_present                                                            |
      | footprint_mark_in_pilot                | product in the pilot catalogue         | flag   |                                                                                      |
      | footprint_certificate_within_two_years | footprint certificate within two years | flag   |                                                                                      |
      | footprint_surveillance_passed          | surveillance passed                    | flag   |                                                                                      |
      | footprint_terms_stated                 | boundary, unit and standard stated     | flag   |                                                                                      |
      | mark_forged                            | certification mark forged or misused   | flag   |                                                                                      |
      | product_certificate_word               | certificate word used                  | choice | no_word, low_carbon, carbon_reduced, carbon_neutral                                  |
      | low_carbon_certified                   | in the catalogue and certified         | flag   |                                                                                      |
      | reduction_evidence_complete            | two footprints, report and site check  | flag   |                                                                                      |
    And the choices of green product mark
      | value                   | words                       |
      | not_used                | not used                    |
      | unified_certification   | by unified certification    |
      | attribute_certification | by attribute certification  |
      | self_declaration        | by self-declaration         |
      | no_route                | by none of the three routes |
    And the choices of national footprint mark
      | value        | words    |
      | mark_absent  | not used |
      | mark_present | used     |
    And the choices of certificate word used
      | value          | words                  |
      | no_word        | no such word           |
      | low_carbon     | low-carbon product     |
      | carbon_reduced | carbon-reduced product |
      | carbon_neutral | carbon-neutral product |
    And this reference case
      | fact                                   | value        |
      | false or misleading content            | no           |
      | absolute wording within an exception   | yes          |
      | figures quoted                         | no           |
      | source, scope and validity stated      | yes          |
      | green product mark                     | not used     |
      | certificate of the green mark valid    | yes          |
      | national footprint mark                | not used     |
      | product in the pilot catalogue         | yes          |
      | footprint certificate within two years | yes          |
      | surveillance passed                    | yes          |
      | boundary, unit and standard stated     | yes          |
      | certification mark forged or misused   | no           |
      | certificate word used                  | no such word |
      | in the catalogue and certified         | yes          |
      | two footprints, report and site check  | yes          |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind of communication is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
