/** What pictures say of themselves, and how they are drawn in little memory. */
@org.jspecify.annotations.NullMarked
package land.starkeorte.pictures;
