//! The rows of a page as CSV.

use super::error::RenderError;

/// What `index.csv` holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// Names of the columns.
    pub header: Vec<&'static str>,
    /// One entry for each column.
    pub rows: Vec<Vec<String>>,
}

impl Rows {
    /// RFC 4180 with a header row and LF.
    ///
    /// # Errors
    /// A row whose length is not that of the header.
    pub fn to_csv(&self) -> Result<Vec<u8>, RenderError> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&self.header)?;
        for row in &self.rows {
            writer.write_record(row)?;
        }
        writer.into_inner().map_err(|error| RenderError::Data(error.to_string()))
    }
}
