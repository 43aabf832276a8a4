# language: en
Feature: Green claims in the Netherlands
  Dutch law on unfair commercial practices, the guidelines of the ACM on sustainability claims and the code of the
  advertising industry, beside the Directive. The trader has to show that a claim is correct.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                       |
      | id              | green-claim-nl                                                                                                                              |
      | version         | 1.1.0                                                                                                                                       |
      | supersedes      | 1.0.0                                                                                                                                       |
      | title           | Green claims in the Netherlands                                                                                                             |
      | subject         | claim                                                                                                                                       |
      | attestation     | self-assessment                                                                                                                             |
      | time zone       | Europe/Amsterdam                                                                                                                            |
      | effective from  | 2026-11-20                                                                                                                                  |
      | rounding        | half-even, 2 decimals                                                                                                                       |
      | not applicable  | refuse                                                                                                                                      |
      | does not assess | rules of the Directive itself, which the card of the Union has                                                                              |
      | does not assess | the act that transposes Directive (EU) 2024/825, which was not found; the card of the Union takes the general clauses as read in conformity |
      | does not assess | advertising codes of single sectors, such as those for cars, travel and food                                                                |
      | does not assess | fines and exposure                                                                                                                          |
      | does not assess | whether the evidence is true                                                                                                                |
    And these bases
      | basis       | instrument                       | clause                                                         | certainty   | note                                                                                                                                                                                                                                                                                                                             |
      | bw-193c     | Burgerlijk Wetboek               | Book 6, Articles 193b and 193c                                 | own reading | Toward consumers. From general knowledge, not compared with a text, nor is the day 2008-10-15. That a part told as the whole misleads is taken from rulings of the RCC.                                                                                                                                                          |
      | bw-193d     | Burgerlijk Wetboek               | Book 6, Article 193d                                           | own reading | Toward consumers. From general knowledge, not compared with a text.                                                                                                                                                                                                                                                              |
      | bw-193j     | Burgerlijk Wetboek               | Book 6, Article 193j                                           | confirmed   | Burden on the trader: the article was read in English in the database of the Commission on the Directive (webgate.ec.europa.eu), and in short at findinet.nl. It speaks of actions in court; that 2008-10-15 is its first day is recalled.                                                                                       |
      | bw-194      | Burgerlijk Wetboek               | Book 6, Articles 194 and 195                                   | own reading | Toward businesses; the burden of proof is on who advertises there, too. Recalled, not compared with a text.                                                                                                                                                                                                                      |
      | acm-1       | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 1                                          | secondary   | Correct, clear, specific and complete claims: told by holla.nl, houthoff.com, vbk.nl and groenbalans.nl; of the edition of 2021 the summary was read at fdocuments.nl. Guidance that says how the ACM reads the law. It interprets the law as it has stood since 2008-10-15 and is no new law; so with the other rules of thumb. |
      | acm-1-usual | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 1, usual properties and legal requirements | secondary   | Told by rainbowcollection.nl: usual properties of a product and what the law asks are not to be used as an advantage.                                                                                                                                                                                                            |
      | acm-co2     | ACM Leidraad Duurzaamheidsclaims | 2023, CO2 compensation                                         | secondary   | Told by groenbalans.nl: say what compensation is, which project, how much, how it is computed and what was reduced.                                                                                                                                                                                                              |
      | acm-3       | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 3                                          | secondary   | Fair comparisons: told by holla.nl, houthoff.com and declercq.com.                                                                                                                                                                                                                                                               |
      | acm-4       | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 4                                          | secondary   | Ambitions concrete and measurable: told by holla.nl and houthoff.com. The code asks that it is clear that it is an aim, and that it can be reached (vakbladvoedingsindustrie.nl).                                                                                                                                                |
      | acm-5       | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 5, labels whose basis is not told          | own reading | Told is that visual claims and labels shall help and not confuse (holla.nl); that a label whose basis is not told confuses is our reading.                                                                                                                                                                                       |
      | cdr         | Code voor Duurzaamheidsreclame   | 2023, demonstrably correct and specific claims                 | secondary   | In force 2023-02-01; definitions and scope were read on the page of the code (reclamecode.nl), that claims have to be specific and shown to be correct is told by vakbladvoedingsindustrie.nl and twobirds.com. Self-regulation of the advertising industry.                                                                     |
      | rcc-storage | Code voor Duurzaamheidsreclame   | rulings of the RCC and its board on compensation by forests    | own reading | Derived from rulings of 2022 on a flight and on milk (2021/00553, 2021/00472): whoever says neutral by compensation has to show that it lasts. They interpret law and code as they have stood since 2008-10-15 and are no new law.                                                                                               |
      | otherwise   | green-claim-nl                   | no rule of this card holds                                     | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                                                                                                                                              |
    And facts from claim-facts

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind of communication is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
