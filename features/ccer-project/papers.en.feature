# language: en
Feature: Papers, bodies and consequences
  Papers that are missing bar no project for ever: the grade says that it is eligible, the finding which paper is missing.

  Background:
    Given the scorecard ccer-project
    And these facts
      | fact                  | label                                              | type   | unit | one of                                                                                   | at least | multiple of | evidence                          | may lie ahead |
      | public_days           | working days public                                | number | day  |                                                                                          | 0        | 1           | design-document                   |               |
      | public_from           | public from                                        | date   |      |                                                                                          |          |             | design-document                   |               |
      | public_until          | public until                                       | date   |      |                                                                                          |          |             | design-document                   |               |
      | validator_named       | name of the validating body public                 | flag   |      |                                                                                          |          |             | design-document                   |               |
      | report_public         | validation report public                           | flag   |      |                                                                                          |          |             | validation-report                 |               |
      | body_promise          | promise of the validating body                     | flag   |      |                                                                                          |          |             | validation-report, promise-letter |               |
      | promise_unique        | promise of uniqueness                              | flag   |      |                                                                                          |          |             | promise-letter                    |               |
      | promise_true          | promise of truth, completeness and validity        | flag   |      |                                                                                          |          |             | promise-letter                    |               |
      | reductions_registered | reductions registered                              | flag   |      |                                                                                          |          |             | registry-extract                  |               |
      | last_registered_on    | last reductions registered on                      | date   |      |                                                                                          |          |             | registry-extract                  |               |
      | kept_until            | records kept until                                 | date   |      |                                                                                          |          |             |                                   | yes           |
      | staff                 | full-time staff of the body                        | number |      |                                                                                          | 0        | 1           |                                   |               |
      | staff_experienced     | of them with two years of practice                 | number |      |                                                                                          | 0        | 1           |                                   |               |
      | fund                  | risk fund or insurance of the body                 | flag   |      |                                                                                          |          |             |                                   |               |
      | body_breach_5y        | serious breach of the body in five years           | flag   |      |                                                                                          |          |             |                                   |               |
      | body_consults         | body advises, writes the document or holds a stake | flag   |      |                                                                                          |          |             | body-charter                      |               |
      | breach                | breach to be fined                                 | choice |      | no_breach, duty_of_owner, false_material, false_reductions_sold, body_duty, manipulation |          |             |                                   |               |
    And the choices of breach to be fined
      | value                 | words                       |
      | no_breach             | no breach                   |
      | duty_of_owner         | general breach of duties    |
      | false_material        | false material of the owner |
      | false_reductions_sold | false reductions registered |
      | body_duty             | breach of the body          |
      | manipulation          | manipulation of the market  |
    And this reference case
      | fact                                               | value      |
      | working days public                                | 20 days    |
      | public from                                        | 2024-07-01 |
      | public until                                       | 2024-07-26 |
      | name of the validating body public                 | yes        |
      | validation report public                           | yes        |
      | promise of the validating body                     | yes        |
      | promise of uniqueness                              | yes        |
      | promise of truth, completeness and validity        | yes        |
      | reductions registered                              | no         |
      | last reductions registered on                      | 2025-03-31 |
      | records kept until                                 | 2035-03-31 |
      | full-time staff of the body                        | 12         |
      | of them with two years of practice                 | 6          |
      | risk fund or insurance of the body                 | yes        |
      | serious breach of the body in five years           | no         |
      | body advises, writes the document or holds a stake | no         |
      | breach to be fined                                 | no breach  |

  Rule: Papers of the request
    Background:
      Given the quantity days public (span), in days, on basis calendar
        | is                                        |
        | days(public from to public until) + 1 day |
      And the quantity most working days that they can have (most_working), in days, on basis calendar
        | is                                            |
        | round(days public * 6 / 7, 1 day, up) + 1 day |
      And these conditions
        | condition          | label              | holds when                                                                                                                                                                                         | basis                            |
        | public_long_enough | public long enough | working days public is at least 20 days; working days public is at most most working days that they can have; public until is before day of the request; name of the validating body public is yes | publicity, notice-over, calendar |
        | papers_there       | papers there       | validation report public is yes; promise of the validating body is yes; promise of uniqueness is yes; promise of truth, completeness and validity is yes                                           | request, proof                   |
        | documents          | documents complete | public long enough holds; papers there holds; day of the request is until the as-of date                                                                                                           | request                          |
      And these findings
        | code       | finding                                    | when                                                                  | severity    | basis       |
        | J8.DAYS    | Public for less than 20 working days       | working days public is less than 20 days                              | major       | publicity   |
        | J8.COUNT   | More working days than these days can have | working days public is more than most working days that they can have | major       | calendar    |
        | J8.OPEN    | Requested before the notice ended          | public until is from day of the request                               | major       | notice-over |
        | J8.AHEAD   | The request is still to be made            | day of the request is after the as-of date                            | observation | not-yet     |
        | J8.BODY    | Name of the validating body not public     | name of the validating body public is no                              | major       | publicity   |
        | J9.REPORT  | Validation report not public               | validation report public is no                                        | major       | validation  |
        | J9.PROMISE | Promise of the validating body missing     | promise of the validating body is no                                  | major       | validation  |
        | J10.UNIQUE | Promise of uniqueness missing              | promise of uniqueness is no                                           | major       | request     |
        | J10.TRUE   | Promise of truth missing                   | promise of truth, completeness and validity is no                     | major       | request     |

    Scenario Outline: twenty working days, not twenty days
      Given public_days is <days> days
      And public_until is <until>
      And requested_on is <request>
      When evaluated as of 2024-09-10
      Then the grade is <grade>
      And <short>
      And <impossible>
      And <open>

      Examples:
        | days | until      | request    | grade    | short                                   | impossible                               | open                                    |
        | 20   | 2024-07-26 | 2024-07-27 | complete | no finding J8.DAYS is raised            | no finding J8.COUNT is raised            | no finding J8.OPEN is raised            |
        | 20   | 2024-07-26 | 2024-07-26 | eligible | no finding J8.DAYS is raised            | no finding J8.COUNT is raised            | a major nonconformity J8.OPEN is raised |
        | 19   | 2024-07-26 | 2024-07-27 | eligible | a major nonconformity J8.DAYS is raised | no finding J8.COUNT is raised            | no finding J8.OPEN is raised            |
        | 14   | 2024-07-20 | 2024-07-27 | eligible | a major nonconformity J8.DAYS is raised | no finding J8.COUNT is raised            | no finding J8.OPEN is raised            |
        | 20   | 2024-07-22 | 2024-07-27 | complete | no finding J8.DAYS is raised            | no finding J8.COUNT is raised            | no finding J8.OPEN is raised            |
        | 20   | 2024-07-21 | 2024-07-27 | eligible | no finding J8.DAYS is raised            | a major nonconformity J8.COUNT is raised | no finding J8.OPEN is raised            |
        | 20   | 2024-07-20 | 2024-07-27 | eligible | no finding J8.DAYS is raised            | a major nonconformity J8.COUNT is raised | no finding J8.OPEN is raised            |

    Scenario Outline: what is still to be asked for is not complete
      Given requested_on is <request>
      When evaluated as of 2024-09-10
      Then the grade is <grade>
      And <ahead>

      Examples:
        | request    | grade    | ahead                             |
        | 2024-09-10 | complete | no finding J8.AHEAD is raised     |
        | 2024-09-11 | eligible | an observation J8.AHEAD is raised |

    Scenario Outline: which paper is missing
      Given validator_named is <named>
      And report_public is <report>
      And body_promise is <body>
      And promise_unique is <unique>
      And promise_true is <true>
      When evaluated as of 2024-09-10
      Then the grade is eligible
      And a major nonconformity <code> is raised

      Examples:
        | named | report | body | unique | true | code       |
        | no    | yes    | yes  | yes    | yes  | J8.BODY    |
        | yes   | no     | yes  | yes    | yes  | J9.REPORT  |
        | yes   | yes    | no   | yes    | yes  | J9.PROMISE |
        | yes   | yes    | yes  | no     | yes  | J10.UNIQUE |
        | yes   | yes    | yes  | yes    | no   | J10.TRUE   |

    Scenario: a promise whose letter nobody shows is neither given nor missing
      Given evidence for promise of uniqueness is missing
      When evaluated as of 2024-09-10
      Then the possible grades are complete, eligible

  Rule: Records
    Background:
      Given these gates
        | id  | gate                                                   | requires                                                               | applies when                                                                        | basis   |
        | J14 | Records kept for ten years after the last registration | records kept until is from last reductions registered on plus 10 years | reductions registered is yes; last reductions registered on is until the as-of date | records |

    Scenario Outline: ten years to the day
      Given reductions_registered is <there>
      And kept_until is <until>
      When evaluated as of <asked>
      Then gate J14 is <outcome>

      Examples:
        | there | until      | asked      | outcome        |
        | yes   | 2035-03-31 | 2025-03-31 | met            |
        | yes   | 2035-03-30 | 2025-03-31 | not met        |
        | no    | 2035-03-30 | 2025-03-31 | not applicable |
        | yes   | 2035-03-30 | 2025-03-30 | not applicable |

  Rule: The validating body
    Background:
      Given these gates
        | id | gate                                                                    | requires                                                                                                                                                                                                                                                           | basis  |
        | B1 | Body with ten staff, five with two years, a fund, and no serious breach | full-time staff of the body is at least 10; of them with two years of practice is at least 5; of them with two years of practice is at most full-time staff of the body; risk fund or insurance of the body is yes; serious breach of the body in five years is no | bodies |
        | B2 | Body without advice or stake                                            | body advises, writes the document or holds a stake is no                                                                                                                                                                                                           | roles  |

    Scenario Outline: ten and five
      Given staff is <staff>
      And staff_experienced is <experienced>
      And fund is <fund>
      And body_breach_5y is <breach>
      When evaluated as of 2024-09-10
      Then gate B1 is <outcome>

      Examples:
        | staff | experienced | fund | breach | outcome |
        | 10    | 5           | yes  | no     | met     |
        | 10    | 4           | yes  | no     | not met |
        | 9     | 5           | yes  | no     | not met |
        | 10    | 5           | no   | no     | not met |
        | 10    | 5           | yes  | yes    | not met |
        | 10    | 10          | yes  | no     | met     |
        | 10    | 11          | yes  | no     | not met |

    Scenario: who writes the document does not validate it
      Given body advises, writes the document or holds a stake is yes
      When evaluated as of 2024-09-10
      Then gate B2 is not met

  Rule: Fines as ranges
    Background:
      Given the quantity least fine (fine_least), in CNY, by breach to be fined
        | breach to be fined          | is    | basis        |
        | no breach                   | 0     | duties       |
        | general breach of duties    | 10000 | duties       |
        | false material of the owner | 10000 | false-owner  |
        | false reductions registered | 50000 | false-owner  |
        | breach of the body          | 50000 | false-body   |
        | manipulation of the market  | 10000 | manipulation |
      And the quantity greatest fine (fine_most), in CNY, by breach to be fined
        | breach to be fined          | is     | basis        |
        | no breach                   | 0      | duties       |
        | general breach of duties    | 100000 | duties       |
        | false material of the owner | 100000 | false-owner  |
        | false reductions registered | 100000 | false-owner  |
        | breach of the body          | 200000 | false-body   |
        | manipulation of the market  | 100000 | manipulation |
      And these results
        | result    | label       | is            | rounded to | basis                                         |
        | fine_from | Fine, least | least fine    | 0 decimals | duties, false-owner, false-body, manipulation |
        | fine_to   | Fine, most  | greatest fine | 0 decimals | duties, false-owner, false-body, manipulation |

    Scenario Outline: a fine is a range
      Given breach is <breach>
      When evaluated as of 2024-09-10
      Then the quantity fine_least is <least> CNY
      And the quantity fine_most is <most> CNY

      Examples:
        | breach                | least | most   |
        | no_breach             | 0     | 0      |
        | duty_of_owner         | 10000 | 100000 |
        | false_material        | 10000 | 100000 |
        | false_reductions_sold | 50000 | 100000 |
        | body_duty             | 50000 | 200000 |
        | manipulation          | 10000 | 100000 |
