# language: en
Feature: Green claims in Spain
  The Spanish act on unfair competition, beside the Directive. The transposition of Directive (EU) 2024/825 was a draft
  (Ley de Consumo Sostenible) in what could be read; until it is law the general clauses are read in conformity.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                     |
      | id              | green-claim-es                                                                                                                            |
      | version         | 1.1.0                                                                                                                                     |
      | supersedes      | 1.0.0                                                                                                                                     |
      | title           | Green claims in Spain                                                                                                                     |
      | subject         | claim                                                                                                                                     |
      | attestation     | self-assessment                                                                                                                           |
      | time zone       | Europe/Madrid                                                                                                                             |
      | effective from  | 2026-11-20                                                                                                                                |
      | rounding        | half-even, 2 decimals                                                                                                                     |
      | not applicable  | refuse                                                                                                                                    |
      | does not assess | rules of the Directive itself, which the card of the Union has                                                                            |
      | does not assess | the draft Ley de Consumo Sostenible, which was not law in what could be read, and its bans on advertising fossil fuels and short flights  |
      | does not assess | articles 19 to 21 and 47 of the consumer code (TRLGDCU), which make the same practices infringements and were not read                    |
      | does not assess | the code of 2009 on environmental arguments, which binds energy and car companies that joined it and of which only the beginning was read |
      | does not assess | fuel and emission figures that car advertising has to show (Real Decreto 837/2002)                                                        |
      | does not assess | fines and exposure                                                                                                                        |
      | does not assess | whether the evidence is true                                                                                                              |
    And these bases
      | basis       | instrument                         | clause                                              | certainty   | note                                                                                                                                                                                                                                                                               |
      | es-5        | Ley 3/1991, de competencia desleal | Article 5(1)                                        | confirmed   | Consolidated text read in a stored copy of the official edition (BOE-A-1991-628), with amendments up to 2022. It holds toward consumers and businesses. The day 2010-01-01, of Ley 29/2009, is recalled.                                                                           |
      | es-5-part   | Ley 3/1991, de competencia desleal | Article 5(1)(b), part told as the whole             | own reading | The article was read; that a part told as the whole misleads about the main properties follows from a ruling of the jury of Autocontrol of 2010 (eldiario.es).                                                                                                                     |
      | es-5-proof  | Ley 3/1991, de competencia desleal | Article 5(1), with article 217(4) of Ley 1/2000     | own reading | Burden on who advertises: article 217(4) of the code of civil procedure is recalled. That unproven is misleading is our reading.                                                                                                                                                   |
      | es-5-aim    | Ley 3/1991, de competencia desleal | Article 5(1)(d), scope of commitments               | own reading | The article, which names the scope of commitments, was read; that a promise without plan misleads about it is our reading. A court dismissed a claim against commitments of an oil company in 2025, which had a plan (twobirds.com, ga-p.com).                                     |
      | es-7        | Ley 3/1991, de competencia desleal | Article 7(1)                                        | confirmed   | Consolidated text read in a stored copy of the official edition (BOE-A-1991-628), with amendments up to 2022. It holds toward consumers and businesses. The day 2010-01-01, of Ley 29/2009, is recalled.                                                                           |
      | es-7-words  | Ley 3/1991, de competencia desleal | Article 7(1), ambiguous words                       | own reading | The article, which names unclear and ambiguous information, was read; that vague words and neutrality without explanation are ambiguous is our reading. Sustainable is not among them here: in 2025 a court held that it does not mean friendly to the environment (twobirds.com). |
      | es-10       | Ley 3/1991, de competencia desleal | Article 10                                          | confirmed   | Consolidated text read in a stored copy of the official edition (BOE-A-1991-628): same purpose, objective, relevant, verifiable and representative properties. It is about comparisons with a competitor; the day 2010-01-01 is recalled.                                          |
      | es-10-words | Ley 3/1991, de competencia desleal | Articles 7(1) and 10, comparison without comparator | own reading | The articles were read; that a comparison which does not say with what is ambiguous is our reading.                                                                                                                                                                                |
      | es-21       | Ley 3/1991, de competencia desleal | Article 21(1)(c) and (2), article 19(2)             | confirmed   | Consolidated text read in a stored copy of the official edition (BOE-A-1991-628): to show a seal of quality without the authorisation it needs is unfair in any case. Toward consumers. The day 2010-01-01 is recalled.                                                            |
      | otherwise   | green-claim-es                     | no rule of this card holds                          | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                                                                                                |
    And facts from claim-facts

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind of communication is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
