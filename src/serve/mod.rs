//! A preview of a finished site, for this machine only: 127.0.0.1.
//!
//! Answers as a plain static host does: `index.html` for folders, `404.html` for what is not there, byte ranges.
//! Files are looked up at every request, so a site that is built anew is seen at the next one.

#[cfg(test)]
mod tests;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderMap, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::any;
use tower_http::services::ServeDir;

use crate::diag::{Diagnostic, Level};
use crate::publish::{PublishError, read_file, read_manifest};

/// Why a site cannot be previewed.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The port is taken, or not for us.
    #[error("port {port} cannot be used: {source}")]
    Port {
        /// The port asked for.
        port: u16,
        /// The operating system's answer.
        source: io::Error,
    },
    /// The server could not be started, or stopped.
    #[error("the preview stopped: {0}")]
    Stopped(io::Error),
    /// There is no finished site in the folder.
    #[error(transparent)]
    Site(#[from] PublishError),
}

impl ServeError {
    /// The stable code, explained by `gongkai explain`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Port { .. } => "E0901",
            Self::Stopped(_) => "E0902",
            Self::Site(error) => error.code(),
        }
    }

    /// What to do, in a full sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Port { .. } => "Choose another port, or 0 for any that is free.",
            Self::Stopped(_) => "Start it again.",
            Self::Site(error) => error.hint(),
        }
    }

    /// The same as a message to the editor.
    pub fn diagnostic(&self) -> Diagnostic {
        Diagnostic::new(self.code(), Level::Error, self.to_string()).hint(self.hint())
    }
}

/// A server that has its port and does not answer yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    site: PathBuf,
}

impl Server {
    /// Takes a port on 127.0.0.1, any free one if `port` is 0.
    ///
    /// # Errors
    /// When there is no site of ours at `site`, or when the port cannot be had.
    pub fn bind(site: &Path, port: u16) -> Result<Self, ServeError> {
        read_manifest(site)?;
        let bound = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).and_then(|listener| {
            listener.set_nonblocking(true)?;
            Ok((listener.local_addr()?, listener))
        });
        let (address, listener) = bound.map_err(|source| ServeError::Port { port, source })?;
        Ok(Self { listener, address, site: site.to_path_buf() })
    }

    /// Where it will answer.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until the process ends.
    ///
    /// # Errors
    /// When the operating system does not let it go on.
    pub fn run(self) -> Result<(), ServeError> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let answering = async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            axum::serve(listener, routes(self.site)).await
        };
        runtime.and_then(|runtime| runtime.block_on(answering)).map_err(ServeError::Stopped)
    }
}

/// Previews a site until the process ends.
///
/// # Errors
/// As [`Server::bind`] and [`Server::run`].
pub fn serve(site: &Path, port: u16) -> Result<(), ServeError> {
    Server::bind(site, port)?.run()
}

fn routes(site: PathBuf) -> Router {
    let files = ServeDir::new(&site).fallback(any(not_found).with_state(site));
    Router::new().fallback_service(files).layer(middleware::from_fn(with_headers))
}

/// The site's own page for what is not there. Ranges and conditions of the request do not apply to it.
async fn not_found(State(site): State<PathBuf>) -> Response {
    match read_file(&site, "404.html") {
        Ok(page) => (StatusCode::NOT_FOUND, Html(page)).into_response(),
        Err(_) => (StatusCode::NOT_FOUND, "not found").into_response(),
    }
}

/// Says that text is UTF-8, and that every answer is to be asked for again: the site may be built anew.
async fn with_headers(request: Request, next: Next) -> Response {
    let is_json_lines = request.uri().path().ends_with(".jsonl");
    let mut response = next.run(request).await;
    if is_json_lines && response.status().is_success() {
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/jsonl"));
    }
    let headers = response.headers_mut();
    add_charset(headers);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

fn add_charset(headers: &mut HeaderMap) {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let with_charset = kind
        .filter(|kind| kind.starts_with("text/") && !kind.contains("charset"))
        .and_then(|kind| HeaderValue::from_str(&format!("{kind}; charset=utf-8")).ok());
    if let Some(value) = with_charset {
        headers.insert(CONTENT_TYPE, value);
    }
}
