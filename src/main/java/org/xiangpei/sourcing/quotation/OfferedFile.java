package org.xiangpei.sourcing.quotation;

import org.xiangpei.shared.documents.DocumentType;

/**
 * An attachment by what names it.
 *
 * @param id nobody can guess it
 * @param sha256 of its content, in hexadecimal
 */
public record OfferedFile(String id, String name, DocumentType type, long bytes, String sha256) {}
