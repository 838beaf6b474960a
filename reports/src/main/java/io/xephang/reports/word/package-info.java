/**
 * Documents as Nghị định 30/2020/NĐ-CP, phụ lục I, wants them laid out, written as DOCX by Apache
 * POI: the only package that names it.
 */
package io.xephang.reports.word;
