//! Tables as Parquet: text as UTF-8, whole numbers as 64 bits, days as days, so that `DuckDB`, R and pandas read them typed.

use super::flat_table::{CellValue, FlatColumn, FlatTable};
use crate::data::ColumnType;
use crate::records::Day;
use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};
use std::sync::Arc;

/// A table's file.
pub(super) fn parquet_file(sheet: &FlatTable) -> Result<Vec<u8>, ParquetError> {
    let columns: Result<Vec<TypePtr>, ParquetError> =
        sheet.columns.iter().map(parquet_type).collect();
    let schema = Arc::new(
        Type::group_type_builder("jhur")
            .with_fields(columns?)
            .build()?,
    );
    let properties = Arc::new(
        WriterProperties::builder()
            .set_created_by("jhur".into())
            .build(),
    );
    let mut file = SerializedFileWriter::new(Vec::new(), schema, properties)?;
    if !sheet.rows.is_empty() {
        let mut group = file.next_row_group()?;
        for field in &sheet.columns {
            let Some(mut writer) = group.next_column()? else {
                break;
            };
            write_column(sheet, field, &mut writer)?;
            writer.close()?;
        }
        group.close()?;
    }
    file.into_inner()
}

fn parquet_type(field: &FlatColumn) -> Result<TypePtr, ParquetError> {
    let (physical, logical) = match field.column.column_type {
        ColumnType::Integer => (Physical::INT64, None),
        ColumnType::Boolean => (Physical::BOOLEAN, None),
        ColumnType::Date => (Physical::INT32, Some(LogicalType::Date)),
        ColumnType::Text
        | ColumnType::Url
        | ColumnType::Translated
        | ColumnType::List
        | ColumnType::TranslatedList => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
    };
    let repetition = if is_optional(field) {
        Repetition::OPTIONAL
    } else {
        Repetition::REQUIRED
    };
    let column = Type::primitive_type_builder(&field.name, physical);
    Ok(Arc::new(
        column
            .with_logical_type(logical)
            .with_repetition(repetition)
            .build()?,
    ))
}

/// A list may be empty, which is a cell with nothing in it.
fn is_optional(field: &FlatColumn) -> bool {
    field.column.optional
        || matches!(
            field.column.column_type,
            ColumnType::List | ColumnType::TranslatedList
        )
}

fn write_column(
    sheet: &FlatTable,
    field: &FlatColumn,
    writer: &mut SerializedColumnWriter<'_>,
) -> Result<(), ParquetError> {
    match field.column.column_type {
        ColumnType::Integer => write_values::<Int64Type>(sheet, field, writer, |cell| match cell {
            CellValue::Integer(n) => Some(n),
            _ => None,
        }),
        ColumnType::Boolean => write_values::<BoolType>(sheet, field, writer, |cell| match cell {
            CellValue::Boolean(value) => Some(value),
            _ => None,
        }),
        ColumnType::Date => write_values::<Int32Type>(sheet, field, writer, |cell| match cell {
            CellValue::Date(day) => Day::parse(day).map(Day::days_since_epoch),
            _ => None,
        }),
        ColumnType::Text
        | ColumnType::Url
        | ColumnType::Translated
        | ColumnType::List
        | ColumnType::TranslatedList => {
            write_values::<ByteArrayType>(sheet, field, writer, |cell| match cell {
                CellValue::Text(text) => Some(ByteArray::from(text.as_bytes().to_vec())),
                _ => None,
            })
        }
    }
}

fn write_values<T: DataType>(
    sheet: &FlatTable,
    field: &FlatColumn,
    writer: &mut SerializedColumnWriter<'_>,
    value: impl Fn(CellValue<'_>) -> Option<T::T>,
) -> Result<(), ParquetError> {
    let cells: Vec<Option<T::T>> = sheet
        .rows
        .iter()
        .map(|row| value(sheet.cell(row, field)))
        .collect();
    let levels: Vec<i16> = cells.iter().map(|cell| i16::from(cell.is_some())).collect();
    let values: Vec<T::T> = cells.into_iter().flatten().collect();
    let levels = is_optional(field).then_some(levels.as_slice());
    writer
        .typed::<T>()
        .write_batch(&values, levels, None)
        .map(|_| ())
}
