/**
 * What a user gives. Texts of a dialog or a macro come in; maps, masks, colours and options go out, or one sentence on
 * what is wrong.
 */
package cohort.command.input;
