/** The questions of the application form, for papers that ask or repeat them. */
@NullMarked
package land.starkeorte.questionnaire;

import org.jspecify.annotations.NullMarked;
