/** What the tests share: real tables, a clock that stands, the front door. */
package land.starkeorte.testing;
