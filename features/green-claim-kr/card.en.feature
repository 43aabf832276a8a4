# language: en
Feature: Green claims in Korea
  The Environmental Technology and Industry Support Act with its notice, and the Fair Labeling and Advertising Act with its review guideline.

  Background:
    Given this scorecard
      | field           | value                                                         |
      | id              | green-claim-kr                                                |
      | version         | 1.0.0                                                         |
      | title           | Green claims in Korea                                         |
      | subject         | claim                                                         |
      | attestation     | self-assessment                                               |
      | time zone       | Asia/Seoul                                                    |
      | effective from  | 2026-11-20                                                    |
      | rounding        | half-even, 2 decimals                                         |
      | not applicable  | refuse                                                        |
      | does not assess | whether the evidence is true                                  |
      | does not assess | wording that no listed fact describes                         |
      | does not assess | words forbidden on household chemicals by an act of their own |
      | does not assess | surcharges and penalties                                      |
    And these bases
      | basis           | instrument                                   | clause                                                           | certainty   | note                                                                                                                                                                                                                                                                                                                 |
      | flaa-3          | 표시·광고의 공정화에 관한 법률               | Article 3(1), false or exaggerated                               | secondary   | The wording of the Article and of Article 3 of the decree was read at dark.namu.moe; its use told by newspim.com and motorgraph.com (2016, upheld 2019) and tf.co.kr (2025). The Environmental Technology and Industry Support Act, Article 16-10, forbids the same of products (kimchang.com). The day is recalled. |
      | flaa-3-compare  | 표시·광고의 공정화에 관한 법률               | Article 3(1), unfair comparison, with Article 3(3) of the decree | secondary   | The wording was read at dark.namu.moe. The day is recalled.                                                                                                                                                                                                                                                          |
      | top-words       | 부당한 표시·광고행위의 유형 및 기준 지정고시 | exclusive words without objective basis                          | secondary   | Told by 02-582-0840.com of most, best and first; what is proven is within the exception here.                                                                                                                                                                                                                        |
      | etisa-proof     | 환경기술 및 환경산업 지원법                  | Article 16-11, what is told has to be proven                     | confirmed   | Answer of the Ministry of Environment on law.go.kr (cgmExpcDatSeq 361302), read: claims have to be provable. Burden on the trader. The Article itself was not read. The day is that of the notice, whose principles name it, too.                                                                                    |
      | notice-words    | 환경성 표시·광고 관리제도에 관한 고시        | Article 6, comprehensive words                                   | confirmed   | Answer of the Ministry of Environment on law.go.kr (cgmExpcDatSeq 361302), read: words such as 친환경 need concrete grounds and a limited scope. The notice itself was not read.                                                                                                                                     |
      | notice-absolute | 환경성 표시·광고 관리제도에 관한 고시        | absolute words                                                   | secondary   | Told by ajunews.com (무공해 주방세제) and mbn.co.kr.                                                                                                                                                                                                                                                                 |
      | notice-name     | 환경성 표시·광고 관리제도에 관한 고시        | Article 6, mixed words and names                                 | own reading | The answer names comprehensive words; that social words and names count alike is our reading.                                                                                                                                                                                                                        |
      | notice-2017     | 환경성 표시·광고 관리제도에 관한 고시        | basic principles, from 2017-02-15                                | secondary   | Truth and clarity, concrete object, considerable and voluntary improvement, completeness, relevance, proof. Told by news21tongsin.co.kr, hdhy.co.kr, dtoday.co.kr and ajunews.com, with examples.                                                                                                                    |
      | notice-common   | 환경성 표시·광고 관리제도에 관한 고시        | basic principles, what all goods of a kind have                  | own reading | The notice is told of what law demands; that what all such goods have counts alike is our reading.                                                                                                                                                                                                                   |
      | kftc-2023       | 환경 관련 표시·광고에 관한 심사지침          | whole life cycle, completeness, aims and brands, from 2023-09-01 | secondary   | Told by hankyung.com, yonhapnewstv.co.kr, newspim.com, encc.co.kr and lawnet.tistory.com, the latter three of the draft.                                                                                                                                                                                             |
      | kftc-parts      | 환경 관련 표시·광고에 관한 심사지침          | completeness, parts told as the whole                            | secondary   | Told by newspim.com and encc.co.kr of the draft (a bed of which only the mattress was certified).                                                                                                                                                                                                                    |
      | kftc-harmless   | 표시·광고의 공정화에 관한 법률               | Article 3(1), harmless to people                                 | secondary   | Order of 2025-04-08 on a repellent, told by donga.com. The day of the Act is recalled.                                                                                                                                                                                                                               |
      | mark-proof      | 환경성 표시·광고 관리제도에 관한 고시        | marks                                                            | own reading | A shop platform tells that a test report called a certificate is false (sites.google.com/bucketplace.net); the rest is our reading.                                                                                                                                                                                  |
      | decay-kind      | 환경성 표시·광고 관리제도에 관한 고시        | degradation                                                      | own reading | Derived from the example told of 2017 (a bag that rots at 25 degrees and 50 % humidity only).                                                                                                                                                                                                                        |
      | credits         | 환경성 표시·광고 관리제도에 관한 고시        | neutral by credits                                               | own reading | Derived from the guidance of January 2023 on a lubricant, told by moneys.mt.co.kr; its reasons were not read.                                                                                                                                                                                                        |
      | otherwise       | green-claim-kr                               | no rule of this card holds                                       | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                                                                                                                                  |
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
