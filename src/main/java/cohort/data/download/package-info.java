/**
 * Downloads that arrive whole or not at all. Addresses and files come in; the files go out, several at a time,
 * continued after a break (HTTP: RFC 9110).
 */
package cohort.data.download;
