/**
 * Rows in memory, scaling, matching of columns, and writers of codes and pictures.
 *
 * <p>The kinds of data that a selector names live in packages below this one, one package each, and
 * are reached through {@link io.ae.api.data.SourceProvider}. Errors are {@link
 * io.ae.api.AeException}s with these codes:
 *
 * <table>
 * <caption>Codes</caption>
 * <tr><td>{@code AE-D004}</td><td>an option of a selector is missing or has a bad value</td></tr>
 * <tr><td>{@code AE-D005}</td><td>a file or folder is missing</td></tr>
 * <tr><td>{@code AE-D006}</td><td>a file cannot be read, or its compression is damaged</td></tr>
 * <tr><td>{@code AE-D010}</td><td>a row has another width, or a value is not finite</td></tr>
 * <tr><td>{@code AE-D011}</td><td>the rows do not fit into memory</td></tr>
 * <tr><td>{@code AE-D012}</td><td>there are no rows, or too few to split</td></tr>
 * <tr><td>{@code AE-D020}</td><td>not an IDX file of the kind wanted</td></tr>
 * <tr><td>{@code AE-D021}</td><td>an IDX file is shorter or longer than its header says</td></tr>
 * <tr><td>{@code AE-D022}</td><td>rows and labels differ in number</td></tr>
 * <tr><td>{@code AE-D030}</td><td>a line of a CSV file is ragged or broken</td></tr>
 * <tr><td>{@code AE-D031}</td><td>a field of a CSV file is not a finite number</td></tr>
 * <tr><td>{@code AE-D032}</td><td>a CSV file lacks a column that an option names</td></tr>
 * <tr><td>{@code AE-D033}</td><td>the columns or the shape of a row are not the model's</td></tr>
 * <tr><td>{@code AE-D034}</td><td>a class was never seen in training</td></tr>
 * <tr><td>{@code AE-D040}</td><td>not an NPY or NPZ file, or one of a type not read here</td></tr>
 * <tr><td>{@code AE-D041}</td><td>an NPY array is shorter or longer than its header says</td></tr>
 * <tr><td>{@code AE-D042}</td><td>an NPZ file lacks an array, or its size is not credible</td></tr>
 * <tr><td>{@code AE-D050}</td><td>a picture cannot be read or has another size</td></tr>
 * <tr><td>{@code AE-D051}</td><td>pictures are smaller than the patches wanted</td></tr>
 * <tr><td>{@code AE-D060}</td><td>not CIFAR-10 in its binary form</td></tr>
 * <tr><td>{@code AE-D070}</td><td>rows are not written to files of that ending</td></tr>
 * <tr><td>{@code AE-F010}</td><td>a file cannot be written: the folder is missing, the disk is full
 * </td></tr>
 * </table>
 */
@NullMarked
package io.ae.core.data;

import org.jspecify.annotations.NullMarked;
